/**
 * Who we are: the workspace, its members and their roles, sign-in, API keys, the audit log, and the frame that every
 * page stands in. Every request enters through here and leaves with a member whose workspace all statements ask for.
 */
@org.jspecify.annotations.NullMarked
@org.springframework.modulith.ApplicationModule(allowedDependencies = {"kernel", "installation", "sheets"})
package org.upturn.server.workspaces;
