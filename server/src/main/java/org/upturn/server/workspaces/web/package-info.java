@org.jspecify.annotations.NullMarked
package org.upturn.server.workspaces.web;
