/** The answer page; rooms above that ask the same people more may draw it the same way. */
@org.jspecify.annotations.NullMarked
@org.springframework.modulith.NamedInterface("web")
package org.upturn.server.responses.web;
