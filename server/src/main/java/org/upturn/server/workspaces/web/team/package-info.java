/** Who is on the team: the pages and the API of it. */
@org.jspecify.annotations.NullMarked
package org.upturn.server.workspaces.web.team;
