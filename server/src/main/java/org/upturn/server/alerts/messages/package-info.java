/** What an alert is, and how each channel says it: mail, Slack, Teams, webhook. Knows nothing of queues or settings. */
@org.jspecify.annotations.NullMarked
package org.upturn.server.alerts.messages;
