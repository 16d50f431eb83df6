@org.jspecify.annotations.NullMarked
package org.upturn.server.invitations.web;
