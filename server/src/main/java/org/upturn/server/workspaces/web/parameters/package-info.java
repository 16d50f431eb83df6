/** What may stand behind the question mark of an address. */
@org.jspecify.annotations.NullMarked
package org.upturn.server.workspaces.web.parameters;
