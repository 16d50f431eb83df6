@org.jspecify.annotations.NullMarked
package org.upturn.server.interactions.web;
