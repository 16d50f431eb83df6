@org.jspecify.annotations.NullMarked
package org.upturn.server.contacts.web;
