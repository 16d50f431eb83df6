/** Text messages in the browser and over the API: the gateway and the texts. */
@org.jspecify.annotations.NullMarked
package org.upturn.server.invitations.texts.web;
