/**
 * Past responses of other tools: files with their dates, people and waves, looked at, tried, brought in by the million, and
 * taken back. Knows what Delighted, SurveyMonkey, Qualtrics, Typeform and Google Forms call things; what becomes of an
 * answer is decided by the rooms below.
 */
@org.jspecify.annotations.NullMarked
@org.springframework.modulith.ApplicationModule(
        allowedDependencies = {
            "kernel",
            "installation",
            "workspaces",
            "sheets",
            "contacts",
            "contacts :: bulk",
            "surveys",
            "surveys :: questions",
            "invitations",
            "responses",
            "responses :: bulk",
            "verbatims",
            "verbatims :: history"
        })
package org.upturn.server.history;
