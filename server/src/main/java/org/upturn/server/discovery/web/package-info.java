@org.jspecify.annotations.NullMarked
package org.upturn.server.discovery.web;
