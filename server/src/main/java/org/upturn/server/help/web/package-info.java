@org.jspecify.annotations.NullMarked
package org.upturn.server.help.web;
