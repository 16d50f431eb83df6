/**
 * Who answers for a detractor: a named person, never a queue (S4-07), chosen by what the words name and how the person got
 * there, not by the score alone (S4-11, S4-12).
 */
@org.jspecify.annotations.NullMarked
package org.upturn.server.cases.routing;
