/** The catalogue in the settings, what is done on a record, requests, and the same for programs. */
@org.jspecify.annotations.NullMarked
package org.upturn.server.cases.authority.web;
