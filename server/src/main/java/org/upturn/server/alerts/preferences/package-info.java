/** When each member wants to hear of alerts: pace, daily time, quiet hours. */
@org.jspecify.annotations.NullMarked
package org.upturn.server.alerts.preferences;
