@org.jspecify.annotations.NullMarked
package org.upturn.server.channels.web;
