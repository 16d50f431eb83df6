package org.upturn.server.alerts;

/** Alerts wait to be planned or sent. */
record AlertsMade() {}
