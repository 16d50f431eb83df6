/** The few types every room speaks: scores, NPS, ids, problems, time. No tables, no web pages. */
@org.jspecify.annotations.NullMarked
@org.springframework.modulith.ApplicationModule(allowedDependencies = {})
package org.upturn.server.kernel;
