@org.jspecify.annotations.NullMarked
package org.upturn.server.verbatims.web;
