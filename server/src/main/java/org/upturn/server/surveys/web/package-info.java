@org.jspecify.annotations.NullMarked
package org.upturn.server.surveys.web;
