/**
 * Reading what was said before: previews of a draft, a version that goes live after all history was read against it, and
 * reading again what people's verdicts have taught since.
 */
@org.jspecify.annotations.NullMarked
@org.springframework.modulith.NamedInterface("history")
package org.upturn.server.verbatims.history;
