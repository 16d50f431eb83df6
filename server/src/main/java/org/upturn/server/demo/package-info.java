/**
 * The demo workspace: golden stories told as single answers through the same doors that everyone uses, on the days on
 * which they happened, so that every figure on screen is computed and none is written down.
 */
@org.jspecify.annotations.NullMarked
@org.springframework.modulith.ApplicationModule
package org.upturn.server.demo;
