package org.upturn.engine.personal;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** International bank account numbers (ISO 13616): a length for each country, and a remainder of 1 by 97. */
final class Iban {
    private static final Map<String, Integer> LENGTHS =
            lengths("NO15 BE16 DK18 FI18 NL18 MK19 SI19 AT20 BA20 EE20 LT20 LU20 "
                    + "XK20 CH21 HR21 LI21 LV21 BG22 BH22 DE22 GB22 GE22 IE22 ME22 RS22 AE23 GI23 IL23 AD24 CZ24 ES24 MD24 PK24 "
                    + "RO24 SA24 SE24 SK24 TN24 VG24 PT25 IS26 TR26 FR27 GR27 IT27 MC27 SM27 AL28 AZ28 CY28 HU28 LB28 PL28 UA29 "
                    + "QA29 BR29 KW30 MU30 JO30 MT31");

    private Iban() {}

    /** Index after the number that begins at {@code start}, or −1 when there is none up to {@code limit}. */
    static int endOf(String text, int start, int limit) {
        Integer length = LENGTHS.get(text.substring(start, start + 2).toUpperCase(Locale.ROOT));
        if (length == null) {
            return -1;
        }
        StringBuilder plain = new StringBuilder();
        int at = start;
        while (at < limit && plain.length() < length) {
            char character = text.charAt(at++);
            if (character != ' ' && character != '-') {
                plain.append(Character.toUpperCase(character));
            }
        }
        boolean ends = at == text.length() || !Character.isLetterOrDigit(text.charAt(at));
        return ends && plain.length() == length && remainder(plain) == 1 ? at : -1;
    }

    private static int remainder(CharSequence number) {
        int rest = 0;
        for (int i = 0; i < number.length(); i++) {
            int value = Character.digit(number.charAt((i + 4) % number.length()), 36);
            rest = (value > 9 ? rest * 100 + value : rest * 10 + value) % 97;
        }
        return rest;
    }

    private static Map<String, Integer> lengths(String list) {
        Map<String, Integer> lengths = new HashMap<>();
        for (String entry : list.split(" ")) {
            lengths.put(entry.substring(0, 2), Integer.valueOf(entry.substring(2)));
        }
        return Map.copyOf(lengths);
    }
}
