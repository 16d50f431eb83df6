/** The engine as the server uses it: loaded once, with what people taught it and how each program scores. */
@NullMarked
package org.upturn.server.verbatims.reader;

import org.jspecify.annotations.NullMarked;
