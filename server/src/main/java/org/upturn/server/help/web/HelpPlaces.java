package org.upturn.server.help.web;

import java.util.List;
import java.util.Map;

/** Which chapter explains the pages at or below a path. */
public final class HelpPlaces {
    /** The first that fits. */
    private static final List<Map.Entry<String, String>> PLACES = List.of(
            Map.entry("/cases/requests", "loop#authority"),
            Map.entry("/cases", "cases"),
            Map.entry("/routing", "cases#who-gets-it"),
            Map.entry("/duty", "cases#leave-and-working-hours"),
            Map.entry("/letter-texts", "followups#a-letter"),
            Map.entry("/passives", "tracks#passives"),
            Map.entry("/promoters", "tracks#promoters"),
            Map.entry("/greetings", "tracks#greetings"),
            Map.entry("/tracks", "tracks"),
            Map.entry("/loop", "loop"),
            Map.entry("/alerts", "alerts"),
            Map.entry("/themes", "results#themes"),
            Map.entry("/verbatims", "results#find-what-somebody-said"),
            Map.entry("/changes", "results#changes"),
            Map.entry("/codebook/review", "codebook#correct-it-and-it-learns"),
            Map.entry("/codebook", "codebook"),
            Map.entry("/discovery", "codebook#discover"),
            Map.entry("/survey", "surveys#write-it"),
            Map.entry("/waves", "surveys#waves"),
            Map.entry("/programs", "surveys"),
            Map.entry("/mails", "mail#send-manager"),
            Map.entry("/texts", "mail#the-texts-manager"),
            Map.entry("/cadences", "cadence"),
            Map.entry("/collectors", "channels"),
            Map.entry("/corrections", "corrections"),
            Map.entry("/contacts", "contacts"),
            Map.entry("/accounts", "contacts"),
            Map.entry("/attributes", "contacts#attributes"),
            Map.entry("/imports", "contacts#import"),
            Map.entry("/duplicates", "contacts#duplicates"),
            Map.entry("/merges", "contacts#duplicates"),
            Map.entry("/segments", "contacts#segments"),
            Map.entry("/history", "history"),
            Map.entry("/settings/mail", "mail#set-it-up-owner-ten-minutes"),
            Map.entry("/settings/gateway", "channels#text-messages-sms-and-chat"),
            Map.entry("/settings/alerts", "alerts#channels-for-the-team"),
            Map.entry("/settings/actions", "loop#authority"),
            Map.entry("/settings/audit-log", "operating#who-did-what"),
            Map.entry("/settings", "team"),
            Map.entry("/me", "team"));

    private HelpPlaces() {}

    /** The paths that have a chapter of their own. */
    public static List<String> all() {
        return PLACES.stream().map(Map.Entry::getKey).toList();
    }

    /** The chapter for a page, with the heading where there is one; results for the home page and what has none. */
    static String explaining(String path) {
        return PLACES.stream()
                .filter(place -> path.startsWith(place.getKey()))
                .findFirst()
                .map(Map.Entry::getValue)
                .orElse("results");
    }
}
