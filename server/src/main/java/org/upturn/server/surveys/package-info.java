/**
 * What we ask and when: programs, their survey with its versions, and waves. Does not know whom we ask.
 */
@org.jspecify.annotations.NullMarked
@org.springframework.modulith.ApplicationModule(allowedDependencies = {"kernel", "workspaces", "contacts"})
package org.upturn.server.surveys;
