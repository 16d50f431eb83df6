/**
 * Reading: the team's codebooks, the queue of verbatims to be read, and what was read. The only room that calls the
 * engine. A verbatim is read on arrival; its job is stored with it, so that no crash can leave one unread.
 */
@org.jspecify.annotations.NullMarked
@org.springframework.modulith.ApplicationModule(
        allowedDependencies = {"kernel", "workspaces", "sheets", "contacts", "surveys", "interactions", "responses"})
package org.upturn.server.verbatims;
