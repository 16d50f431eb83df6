@org.jspecify.annotations.NullMarked
package org.upturn.server.cases.web;
