/** Past responses by the ten thousand in a few statements, and the way back. */
@org.jspecify.annotations.NullMarked
@org.springframework.modulith.NamedInterface("bulk")
package org.upturn.server.responses.bulk;
