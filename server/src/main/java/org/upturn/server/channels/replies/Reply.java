package org.upturn.server.channels.replies;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.upturn.server.kernel.Score;

/**
 * What a text message says back. A score is a whole number of 0 to 10 at its beginning and nothing that could be another
 * thing: no range, no share, no time, no scale of another length. Rather a person looks than a wrong score counts.
 */
sealed interface Reply {
    /** A score and the words behind it; empty when there are none. */
    record Scored(Score score, String words) implements Reply {}

    /** Words alone. */
    record Words(String words) implements Reply {}

    /** No more messages. */
    record Stop() implements Reply {}

    /** Messages again. */
    record Start() implements Reply {}

    /** A number that may mean anything. */
    record Unclear() implements Reply {}

    Set<String> STOP =
            Set.of(("STOP,STOPALL,STOP ALL,STOP PLEASE,PLEASE STOP,UNSUBSCRIBE,CANCEL,END,QUIT,OPTOUT,OPT OUT,REVOKE,"
                            + "STOPP,BITTE STOPP,ABMELDEN,ABBESTELLEN,ARRET,ARRETER,ARRETEZ,DESABONNER,DESINSCRIRE,"
                            + "BAJA,PARAR,ALTO,CANCELAR,PARE,SAIR,FERMA,CANCELLA,AFMELDEN,STOPPEN,"
                            + "ايقاف,توقف,الغاء,قف,הסר,עצור,הפסק,להסרה")
                    .split(","));
    Set<String> START = Set.of(
            "START,UNSTOP,SUBSCRIBE,ANMELDEN,REPRENDRE,DEBUT,ALTA,INICIO,INICIAR,ابدا,اشتراك,התחל,הצטרף".split(","));

    Pattern LEADING = Pattern.compile(
            "^[\\s\"'“”„«(\\[]*([0-9]{1,9})(?:\uFE0F?\u20E3)?(\\s*/\\s*([0-9]+))?(.*)$", Pattern.DOTALL);

    /** What follows a number that is no score: a fraction, a share, a range, a sign, or a letter that belongs to it. */
    Pattern OTHER = Pattern.compile(
            "^([.,:][0-9]|\\s*[%‰°€$£]|[\\p{IsLatin}\\p{IsGreek}\\p{IsCyrillic}_+*/]|\\s*[-–—~]\\s*[0-9]|\\s*(to|or|bis|oder|à|ou|a|o|and|und|et|y|א|או|او|أو)\\s+[0-9]"
                    + "|\\s*(min|mins|minutes?|minuten?|hours?|hrs?|days?|weeks?|months?|years?|times|people|stunden?|tage?n?"
                    + "|wochen?|monate?|jahre?|uhr|mal|heures?|jours?|semaines?|mois|ans|fois|horas?|días?|dias?|semanas?|meses"
                    + "|años|veces|minutos?|o'clock|o’clock)\\b).*",
            Pattern.DOTALL | Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    /** Reads what came. */
    static Reply read(String text) {
        String given = text.strip();
        String told = western(given);
        String command = command(told);
        if (STOP.contains(command)) {
            return new Stop();
        }
        if (START.contains(command)) {
            return new Start();
        }
        Matcher number = LEADING.matcher(told);
        if (number.matches()) {
            return scored(number, given.substring(number.start(4)));
        }
        return told.codePoints().anyMatch(Character::isLetter) ? new Words(given) : new Unclear();
    }

    /** @param after what follows the number, as it was given */
    private static Reply scored(Matcher number, String after) {
        String digits = number.group(1);
        boolean known = digits.equals("10") || digits.length() == 1;
        boolean ofTen = number.group(3) == null || number.group(3).equals("10");
        String rest = number.group(4);
        boolean onlyNumbers = rest.matches("(?s).*[0-9].*") && rest.codePoints().noneMatch(Character::isLetter);
        if (!known || !ofTen || onlyNumbers || OTHER.matcher(rest).matches()) {
            return new Unclear();
        }
        String words = after.replaceFirst("^[\\s\\p{Punct}“”«»–—…،]+", "").strip();
        return new Scored(new Score(Integer.parseInt(digits)), words);
    }

    /** Digits of any script as 0 to 9, everything else as it is, each in its place. */
    private static String western(String text) {
        char[] western = text.toCharArray();
        for (int i = 0; i < western.length; i++) {
            if (Character.isDigit(western[i])) {
                western[i] = (char) ('0' + Character.digit(western[i], 10));
            }
        }
        return new String(western);
    }

    /** The whole message as a word to compare: no marks, no punctuation around it, upper case. */
    private static String command(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKD)
                .replaceAll("\\p{Mn}+", "")
                .replaceAll("^[\\s\\p{Punct}“”«»]+|[\\s\\p{Punct}“”«»!؟]+$", "")
                .replaceAll("\\s+", " ")
                .toUpperCase(Locale.ROOT);
    }
}
