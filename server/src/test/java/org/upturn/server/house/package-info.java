/** What every integration test stands on: one server, one database, a named cast, and clients that speak to them. */
@org.jspecify.annotations.NullMarked
package org.upturn.server.house;
