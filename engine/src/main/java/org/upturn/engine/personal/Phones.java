package org.upturn.engine.personal;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Phone numbers: with a country's code, with the leading zero of a national number, as Americans group them, or any seven
 * digits and more after a word such as "call". Not dates, prices, scores, versions, or what is said to be an order's number.
 */
final class Phones {
    private static final Pattern CANDIDATE = Pattern.compile(
            "(?<![\\p{L}\\p{N}@#._/€$£-])(?<!\\d[ .-])(?:\\+|\\()?\\d(?:[ .()/\u00a0-]{0,3}+\\d){6,14}+(?![\\p{L}\\p{N}%€$£]|[.,]\\d)");
    private static final Pattern DATE = Pattern.compile(
            "(?<!\\d)(?:\\d{1,2}[./-]\\d{1,2}[./-](?:19|20)?\\d\\d|(?:19|20)\\d\\d[./-]\\d{1,2}[./-]\\d{1,2})(?!\\d)");
    private static final Pattern AMERICAN =
            Pattern.compile("1?[ .-]?(?:\\([2-9]\\d\\d\\) ?|[2-9]\\d\\d[ .-])[2-9]\\d\\d[ .-]\\d{4}");
    private static final Pattern CALLED = Pattern.compile(
            "(?i)\\b(?:call|phone|tel|telephone|mobile|cell|reach|ring|text|whatsapp|sms|dial|contact|handy|telefon|rufen|teléfono|téléphone)\\b[^.!?]{0,30}$");
    private static final Pattern NUMBER_OF_SOMETHING = Pattern.compile(
            "(?i)(?:order|ticket|ref|reference|case|invoice|tracking|account|booking|policy|serial|parcel|customer|contract|claim|incident|bestellung|auftrag|rechnung|kunden\\p{L}*|id)"
                    + "[ .:#-]{0,3}(?:no|nr|nbr|num|number|id|nummer)?[ .:#-]{0,3}(?:is|was|ist)?[ .:#-]{0,3}$");
    /** So many characters before the number say what it is. */
    private static final int CONTEXT = 40;

    /** With fewer digits in a text there is no number in it. */
    static final int FEWEST_DIGITS = 7;

    private static final int FEWEST_INTERNATIONAL = 8;
    private static final int FEWEST_NATIONAL = 9;
    private static final int MOST_NATIONAL = 12;

    private Phones() {}

    static List<PersonalData> in(String text) {
        List<PersonalData> phones = new ArrayList<>();
        Matcher candidate = CANDIDATE.matcher(text);
        while (candidate.find()) {
            String before = text.substring(Math.max(0, candidate.start() - CONTEXT), candidate.start());
            if (isPhone(candidate.group(), before)) {
                phones.add(new PersonalData(PersonalData.Kind.PHONE, candidate.start(), candidate.end()));
            }
        }
        return phones;
    }

    private static boolean isPhone(String written, String before) {
        if (DATE.matcher(written).find() || NUMBER_OF_SOMETHING.matcher(before).find()) {
            return false;
        }
        String digits = written.replaceAll("\\D", "");
        if (written.startsWith("+") || digits.startsWith("00")) {
            return digits.length() >= FEWEST_INTERNATIONAL && digits.charAt(digits.startsWith("00") ? 2 : 0) != '0';
        }
        boolean national =
                digits.startsWith("0") && digits.length() >= FEWEST_NATIONAL && digits.length() <= MOST_NATIONAL;
        return national && digits.charAt(1) != '0'
                || AMERICAN.matcher(written).matches()
                || CALLED.matcher(before).find() && !looksCounted(written);
    }

    /** Thousands are set in groups of three. */
    private static boolean looksCounted(String written) {
        return written.matches("\\d{1,3}(?:[ .\u00a0]\\d{3})+");
    }
}
