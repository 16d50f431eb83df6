@org.jspecify.annotations.NullMarked
package org.upturn.server.reports.web;
