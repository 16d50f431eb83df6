/** Taking back what was written down by mistake. */
@org.jspecify.annotations.NullMarked
package org.upturn.server.cases.undo;
