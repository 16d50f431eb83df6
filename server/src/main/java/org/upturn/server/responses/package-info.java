/**
 * What came back: the public answer page, each response with its score, and the verbatim exactly as given in every
 * version. Tells others by events that an answer came; does not know who listens.
 */
@org.jspecify.annotations.NullMarked
@org.springframework.modulith.ApplicationModule(
        allowedDependencies = {"kernel", "workspaces", "contacts", "surveys", "surveys :: questions", "invitations"})
package org.upturn.server.responses;
