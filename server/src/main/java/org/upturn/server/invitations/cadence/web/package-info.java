/** Schedules in the browser and over the API, and the door for events. */
@org.jspecify.annotations.NullMarked
package org.upturn.server.invitations.cadence.web;
