@org.jspecify.annotations.NullMarked
package org.upturn.server.alerts.web;
