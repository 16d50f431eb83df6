package org.upturn.server.kernel;

import java.net.URI;

/** An address on the web that a team tells, and that people are led to. */
public final class WebLink {
    /** Longer ones do not work in every browser; the bound that RFC 9110, 4.1 asks all to support is 8000, ours is lower. */
    public static final int LONGEST = 1_000;

    private WebLink() {}

    /** The address as it was told, without blanks around it. @throws Problem where it is not one of http or https */
    public static String checked(String field, String told) {
        String link = told.strip();
        try {
            URI uri = URI.create(link);
            boolean web = "https".equalsIgnoreCase(uri.getScheme()) || "http".equalsIgnoreCase(uri.getScheme());
            if (web && uri.getHost() != null && uri.getUserInfo() == null && link.length() <= LONGEST) {
                return link;
            }
        } catch (IllegalArgumentException notOne) {
            // told below
        }
        throw Problem.invalid(field, "problem.link");
    }

    /** The same with one more parameter in its query, whose name and value are letters, digits or dashes. */
    public static String with(String link, String name, String value) {
        int hash = link.indexOf('#');
        String page = hash < 0 ? link : link.substring(0, hash);
        String rest = hash < 0 ? "" : link.substring(hash);
        return page + (page.contains("?") ? "&" : "?") + name + "=" + value + rest;
    }
}
