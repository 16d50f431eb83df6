package org.upturn.server.contacts.clean;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.PhoneNumberUtil.ValidationResult;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Reads phone numbers as they are dialled in a region and writes them so that they can be dialled from anywhere. */
public final class Phones {
    /** A key that can be dialled from anywhere (ITU-T E.164), as a regular expression of Java and PostgreSQL alike. */
    public static final String DIALLED = "^[+][1-9][0-9]{6,14}$";

    private static final PhoneNumberUtil NUMBERS = PhoneNumberUtil.getInstance();

    private Phones() {}

    /**
     * A number as it is kept.
     *
     * @param shown international where it has as many digits as a number there, else as it was typed
     * @param key digits to compare by
     * @param sound whether such a number can exist
     */
    public record Phone(String shown, String key, boolean sound) {
        /** Whether a text message is sent to it: numbers that we only doubt are tried, for new ranges come into use. */
        public boolean isDialled() {
            return key.matches(DIALLED);
        }
    }

    /** @param region two letters, for numbers that do not begin with +; null when none is set */
    public static Phone of(String typed, @Nullable String region) {
        try {
            var number = NUMBERS.parse(typed, region);
            if (NUMBERS.isPossibleNumberWithReason(number) == ValidationResult.IS_POSSIBLE) {
                return new Phone(
                        NUMBERS.format(number, PhoneNumberFormat.INTERNATIONAL),
                        NUMBERS.format(number, PhoneNumberFormat.E164),
                        NUMBERS.isValidNumber(number));
            }
        } catch (NumberParseException notANumber) {
            return asTyped(typed);
        }
        return asTyped(typed);
    }

    private static Phone asTyped(String typed) {
        String text = typed.replaceAll("\\s+", " ");
        return new Phone(text, text.replaceAll("[^+\\p{Nd}]", ""), false);
    }

    /** The regions a number can be of, two letters each, in order. */
    public static List<String> regions() {
        return List.copyOf(new TreeSet<>(NUMBERS.getSupportedRegions()));
    }
}
