/** Views of the inbox kept under a name. */
@org.jspecify.annotations.NullMarked
package org.upturn.server.cases.views;
