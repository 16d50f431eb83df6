/** Pages and API of what happened to a case, and of comments. */
@org.jspecify.annotations.NullMarked
package org.upturn.server.activity.web;
