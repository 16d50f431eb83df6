package org.upturn.server.workspaces;

import java.time.Instant;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.upturn.server.kernel.Message;
import org.upturn.server.kernel.Texts;

/**
 * The frame that a page stands in: who looks at it, the words in their language, and the token that proves that a form
 * came from us.
 *
 * @param member who is signed in; null on the pages before sign-in
 * @param csrf the token that every form sends back
 * @param path the path of this request, to mark where we are
 * @param program the program in view, carried along by links; null for the first
 * @param saved whether a form has just done its work
 * @param unseen how much news waits for the member; 100 stands for more than 99
 */
public record Page(
        Texts texts,
        @Nullable Member member,
        String csrf,
        String path,
        @Nullable String program,
        boolean saved,
        int unseen) {
    private static final Pattern OF_A_PROGRAM = Pattern.compile("^/programs/[0-9a-f-]{36}/");
    private static final Pattern WORDS = Pattern.compile("(/[a-z][a-z-]*(?![^/]))+");

    public String text(String key, Object... values) {
        return texts.text(key, values);
    }

    public String text(Message message) {
        return texts.text(message);
    }

    public String nps(double value) {
        return texts.nps(value);
    }

    public String number(long value) {
        return texts.number(value);
    }

    public String share(double share) {
        return texts.share(share);
    }

    public String day(Instant time) {
        return texts.day(time);
    }

    public String away(Instant time) {
        return texts.away(time);
    }

    /**
     * Whether this page lies at or below that path; what is a program's lies where its part does, as {@code
     * /programs/…/routing} at {@code /routing}.
     */
    public boolean isAt(String place) {
        return place.equals("/") ? path.equals("/") : place().startsWith(place);
    }

    /** The part of the product that this page belongs to, such as {@code /cases} of a record. */
    public String part() {
        Matcher words = WORDS.matcher(place());
        return words.lookingAt() ? words.group() : "/";
    }

    private String place() {
        return OF_A_PROGRAM.matcher(path).replaceFirst("/");
    }

    /** Whether this page lies at or below one of these paths, parted by blanks; null for none. */
    public boolean isAtOne(@Nullable String places) {
        return places != null && Arrays.stream(places.split(" ")).anyMatch(this::isAt);
    }

    /** A link that keeps the program in view. */
    public String to(String place) {
        return program == null ? place : place + (place.contains("?") ? "&" : "?") + "program=" + program;
    }

    /** Whether the member may do what this role may. */
    public boolean may(Role role) {
        return member != null && member.role().compareTo(role) >= 0;
    }
}
