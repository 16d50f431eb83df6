package org.upturn.server.workspaces.web;

/** What stands in the form of the first run, kept when something in it has to be mended; never the password. */
public record FirstRun(String workspace, String timeZone, String name, String email) {
    static final FirstRun EMPTY = new FirstRun("", "", "", "");

    /** Whether the browser may fill in its own time zone. */
    public boolean isUntouched() {
        return timeZone.isEmpty();
    }
}
