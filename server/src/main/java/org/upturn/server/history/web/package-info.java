@org.jspecify.annotations.NullMarked
package org.upturn.server.history.web;
