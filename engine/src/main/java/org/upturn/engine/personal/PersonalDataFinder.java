package org.upturn.engine.personal;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Looks for the surest kinds first; what one kind has taken, no later one may take. */
final class PersonalDataFinder {
    private static final Pattern EMAIL = Pattern.compile("(?<![\\p{L}\\p{N}._%+-])[\\p{L}\\p{N}._%+'-]{1,64}+@"
            + "[\\p{L}\\p{N}-]{1,63}(?:\\.[\\p{L}\\p{N}-]{1,63}){0,8}\\.\\p{L}{2,24}");
    private static final Pattern URL = Pattern.compile(
            "(?i)(?<![\\p{L}\\p{N}.@-])(?:https?://|www\\.)[^\\s<>\"'“”]{1,2000}+"
                    + "|(?<![\\p{L}\\p{N}.@/-])(?:linkedin|facebook|instagram|twitter|tiktok)\\.com/[^\\s<>\"'“”]{1,500}+");
    private static final Pattern NAMES_SOMEBODY = Pattern.compile(
            "(?i)^(?:https?://)?[^/\\s]{1,100}@|@[\\p{L}\\p{N}]|%40|[?&](?:user|username|email|name|login|customer)=[^&]"
                    + "|(?:linkedin\\.com/in|facebook\\.com|instagram\\.com|twitter\\.com|//x\\.com|tiktok\\.com)/[\\p{L}\\p{N}._-]{2,}"
                    + "|/(?:users?|profiles?|members?|u|~)/?[\\p{L}][\\p{L}\\p{N}._-]");
    private static final Pattern IBAN =
            Pattern.compile("(?<![\\p{L}\\p{N}])[A-Za-z]{2}\\d{2}(?:[ -]?[A-Za-z0-9]){11,30}");
    private static final Pattern CARD =
            Pattern.compile("(?<![\\p{L}\\p{N}+.,-])\\d(?:[ -]?\\d){12,18}+(?![\\p{L}\\p{N}])");
    private static final Pattern HANDLE =
            Pattern.compile("(?<![\\p{L}\\p{N}._@/])@[\\p{L}_](?:[\\p{L}\\p{N}_]|\\.(?=[\\p{L}\\p{N}_])){1,29}+");
    /** "Open @home" names nobody. */
    private static final Set<String> NO_HANDLES =
            Set.of("@home", "@work", "@night", "@least", "@all", "@the", "@my", "@our", "@your", "@school", "@office");

    private static final int FEWEST_IN_IBAN = 2;
    private static final int FEWEST_IN_CARD = 13;

    private final String text;
    private final List<PersonalData> found = new ArrayList<>();
    private final BitSet taken = new BitSet();

    private PersonalDataFinder(String text) {
        this.text = text;
    }

    static List<PersonalData> in(String text) {
        PersonalDataFinder finder = new PersonalDataFinder(text);
        if (finder.mayHoldUrl()) {
            finder.urls();
        }
        if (text.indexOf('@') >= 0) {
            finder.emails();
        }
        int digits = finder.digits();
        if (digits >= FEWEST_IN_IBAN) {
            finder.ibans();
        }
        if (digits >= FEWEST_IN_CARD) {
            finder.cards();
        }
        if (digits >= Phones.FEWEST_DIGITS) {
            Phones.in(text).forEach(finder::add);
        }
        if (text.indexOf('@') >= 0) {
            finder.handles();
        }
        finder.found.sort(Comparator.comparingInt(PersonalData::start));
        return List.copyOf(finder.found);
    }

    /** Each link has a slash or begins with www. */
    private boolean mayHoldUrl() {
        if (text.indexOf('/') >= 0) {
            return true;
        }
        for (int dot = text.indexOf('.', 3); dot >= 0; dot = text.indexOf('.', dot + 1)) {
            if (text.regionMatches(true, dot - 3, "www", 0, 3)) {
                return true;
            }
        }
        return false;
    }

    private int digits() {
        int digits = 0;
        for (int i = 0; i < text.length(); i++) {
            digits += text.charAt(i) >= '0' && text.charAt(i) <= '9' ? 1 : 0;
        }
        return digits;
    }

    private void emails() {
        Matcher email = EMAIL.matcher(text);
        while (email.find()) {
            add(new PersonalData(PersonalData.Kind.EMAIL, email.start(), email.end()));
        }
    }

    private void urls() {
        Matcher url = URL.matcher(text);
        while (url.find()) {
            int end = url.end();
            while (end > url.start() && ".,;:!?)]".indexOf(text.charAt(end - 1)) >= 0) {
                end--;
            }
            if (NAMES_SOMEBODY.matcher(text.substring(url.start(), end)).find()) {
                add(new PersonalData(PersonalData.Kind.URL, url.start(), end));
            }
        }
    }

    private void ibans() {
        Matcher candidate = IBAN.matcher(text);
        while (candidate.find()) {
            int end = Iban.endOf(text, candidate.start(), candidate.end());
            if (end > 0) {
                add(new PersonalData(PersonalData.Kind.IBAN, candidate.start(), end));
            }
        }
    }

    private void cards() {
        Matcher candidate = CARD.matcher(text);
        while (candidate.find()) {
            if (Cards.isCard(candidate.group().replaceAll("[ -]", ""))) {
                add(new PersonalData(PersonalData.Kind.CARD, candidate.start(), candidate.end()));
            }
        }
    }

    private void handles() {
        Matcher handle = HANDLE.matcher(text);
        while (handle.find()) {
            if (!NO_HANDLES.contains(handle.group().toLowerCase(Locale.ROOT))) {
                add(new PersonalData(PersonalData.Kind.HANDLE, handle.start(), handle.end()));
            }
        }
    }

    private void add(PersonalData datum) {
        if (taken.get(datum.start(), datum.end()).isEmpty()) {
            taken.set(datum.start(), datum.end());
            found.add(datum);
        }
    }
}
