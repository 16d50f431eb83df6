/**
 * What happened to a case, all of it in one order with who and when, and what the team says to each other about it. Nothing is
 * written twice: comments are this room's own, everything else is read where it was noted.
 */
@org.jspecify.annotations.NullMarked
@org.springframework.modulith.ApplicationModule(
        allowedDependencies = {"kernel", "workspaces", "contacts", "cases", "alerts", "followups"})
package org.upturn.server.activity;
