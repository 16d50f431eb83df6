@org.jspecify.annotations.NullMarked
package org.upturn.server.responses.web;
