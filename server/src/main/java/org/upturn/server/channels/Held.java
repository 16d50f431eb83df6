package org.upturn.server.channels;

import java.util.Locale;

/** Why a widget was not shown to somebody whom the site has signed. */
public enum Held {
    /** They have answered in this wave, or within the days of the widget. */
    ANSWERED,
    /** They were asked within the contact frequency of the workspace, by whatever channel. */
    ASKED,
    /** They do not want to be asked. */
    UNWILLING;

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Held of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }
}
