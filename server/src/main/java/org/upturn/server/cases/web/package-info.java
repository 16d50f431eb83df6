/** Lists of cases and the record; rooms above may show a case the way this room draws it. */
@org.jspecify.annotations.NullMarked
@org.springframework.modulith.NamedInterface("web")
package org.upturn.server.cases.web;
