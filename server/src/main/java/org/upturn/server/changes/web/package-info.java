@org.jspecify.annotations.NullMarked
package org.upturn.server.changes.web;
