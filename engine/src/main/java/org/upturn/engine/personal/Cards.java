package org.upturn.engine.personal;

import java.util.regex.Pattern;

/** Numbers of payment cards: the beginnings and lengths that issuers use, and Luhn's checksum (ISO/IEC 7812). */
final class Cards {
    private static final Pattern ISSUED = Pattern.compile("4(?:\\d{12}|\\d{15}|\\d{18})|5[1-5]\\d{14}"
            + "|2(?:22[1-9]|2[3-9]\\d|[3-6]\\d\\d|7[01]\\d|720)\\d{12}|3[47]\\d{13}|3(?:0[0-5]|[68]\\d)\\d{11}"
            + "|35\\d{14}|6(?:011|5\\d\\d|4[4-9]\\d)\\d{12}|62\\d{14,17}|(?:50|5[6-8]|6[37])\\d{14}");

    private Cards() {}

    static boolean isCard(String digits) {
        return ISSUED.matcher(digits).matches() && luhn(digits);
    }

    private static boolean luhn(String digits) {
        int sum = 0;
        for (int i = 0; i < digits.length(); i++) {
            int digit = digits.charAt(digits.length() - 1 - i) - '0';
            int doubled = digit * 2;
            sum += i % 2 == 0 ? digit : doubled > 9 ? doubled - 9 : doubled;
        }
        return sum % 10 == 0;
    }
}
