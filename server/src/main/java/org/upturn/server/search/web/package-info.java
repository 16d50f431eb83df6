@org.jspecify.annotations.NullMarked
package org.upturn.server.search.web;
