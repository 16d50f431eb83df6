@org.jspecify.annotations.NullMarked
package org.upturn.server.insights.web;
