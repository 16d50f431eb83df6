@org.jspecify.annotations.NullMarked
package org.upturn.server.corrections.web;
