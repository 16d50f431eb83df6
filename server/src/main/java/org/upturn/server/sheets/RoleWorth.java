package org.upturn.server.sheets;

import java.util.List;

/**
 * How well a column would play a role: 0 when it cannot, more the better it fits. The names are those that survey tools,
 * CRMs and hand-made lists use; the shares of fitting values leave room for dirt, and in a column that is called by its name
 * one that fits is enough: what does not comes back with a reason.
 */
final class RoleWorth {
    private static final double MOSTLY = 0.6;

    private static final List<String> SCORE = List.of(
            "nps score",
            "nps",
            "score",
            "nps rating",
            "likelihood to recommend",
            "ltr",
            "overall rating",
            "rating",
            "recommend score",
            "recommendation score",
            "note",
            "punktzahl");
    private static final List<String> VERBATIM = List.of(
            "verbatim",
            "verbatims",
            "comment",
            "comments",
            "text",
            "open text",
            "why",
            "reason",
            "primary reason",
            "review body",
            "review text",
            "review",
            "feedback",
            "answer text",
            "nps comment",
            "nps reason",
            "remarks",
            "kommentar",
            "commentaire",
            "comentario");
    private static final List<String> CONTACT = List.of(
            "contact id",
            "contact",
            "customer id",
            "customer",
            "external id",
            "user id",
            "client id",
            "respondent id",
            "respondent",
            "participant id",
            "participant",
            "person id",
            "member id",
            "student id",
            "patient id",
            "subscriber id",
            "guest id",
            "passenger id",
            "customer number",
            "customer no",
            "contact number",
            "user",
            "awardee id",
            "learner id",
            "employee id");
    private static final List<String> NAME = List.of(
            "name", "full name", "contact name", "customer name", "participant name", "respondent name", "client name");
    private static final List<String> EMAIL = List.of("email", "e mail", "email address", "e mail address", "mail");
    private static final List<String> PHONE =
            List.of("phone", "phone number", "mobile", "telephone", "cell", "mobile number", "tel");
    private static final List<String> ACCOUNT = List.of(
            "account",
            "account name",
            "account id",
            "company",
            "company name",
            "organisation",
            "organization",
            "employer",
            "client");
    private static final List<String> DATE = List.of(
            "response date",
            "date",
            "datetime",
            "timestamp",
            "submitted at",
            "submitted",
            "responded at",
            "completed at",
            "created at",
            "created",
            "answered at",
            "customer response date",
            "end date",
            "recorded date");
    private static final List<String> WAVE = List.of(
            "wave", "survey wave", "quarter", "qtr", "cycle", "round", "survey round", "period", "survey period");

    private RoleWorth() {}

    private static boolean isEarlier(Profile column) {
        return column.mentions("previous", "prior", "last", "before", "earlier", "prev");
    }

    static double previous(Profile column) {
        boolean named = isEarlier(column) && column.mentions("score", "nps", "rating");
        return named && column.scores() >= MOSTLY ? 100 : 0;
    }

    static double score(Profile column) {
        if (isEarlier(column) || column.mentions("csat", "ces", "effort", "id", "phone", "year", "month", "age")) {
            return 0;
        }
        int rank = SCORE.indexOf(column.words());
        double named = rank >= 0 ? 100 - rank : scoreMention(column);
        if (rank >= 0) {
            // So called, it is the score even where most of it is dirt: the rows come back with a reason.
            return named * Math.max(column.scores(), 0.01);
        }
        if (named > 0) {
            return column.scores() >= 0.3 ? named * column.scores() : 0;
        }
        return looksLikeScale(column) ? 10 : 0;
    }

    private static double scoreMention(Profile column) {
        if (column.mentions("how likely", "likelihood", "likely to recommend")) {
            return 95;
        }
        if (column.mentions("nps", "recommend")) {
            return 80;
        }
        return column.mentions("score", "rating") ? 50 : 0;
    }

    /** Without a telling name: nothing but 0–10, more than a scale of five offers, and as many kinds as people use. */
    private static boolean looksLikeScale(Profile column) {
        return column.scores() >= 0.95
                && column.distinct().size() >= 3
                && column.distinct().size() <= 11
                && column.share(value -> Scores.parse(value) instanceof Parsed.Value<org.upturn.server.kernel.Score> it
                                && it.value().value() > 5)
                        > 0.1;
    }

    static double email(Profile column) {
        return column.emails() >= MOSTLY || column.emails() > 0 && EMAIL.contains(column.words())
                ? 1 + column.emails()
                : 0;
    }

    static double date(Profile column) {
        int rank = DATE.indexOf(column.words());
        if (column.dates() < (rank >= 0 ? 0.3 : MOSTLY)) {
            return 0;
        }
        double named =
                rank >= 0 ? 100 - rank : column.mentions("response", "submitted", "answered", "survey") ? 60 : 10;
        return column.mentions("birth", "renewal", "due", "flown", "start", "signup") ? named / 10 : named;
    }

    static double contact(Profile column) {
        if (column.mentions("review", "response", "survey", "record", "ticket", "order", "row", "answer")
                || column.averageLength() > 64
                || column.values().isEmpty()) {
            return 0;
        }
        int rank = CONTACT.indexOf(column.words());
        if (rank >= 0) {
            return 100 - rank;
        }
        boolean person = column.mentions(
                "contact", "customer", "user", "respondent", "participant", "member", "student", "client", "person");
        if (person && column.mentions("id", "number", "no", "key", "ref", "code", "reference")) {
            return 50;
        }
        return column.words().equals("id") ? 5 : 0;
    }

    static double verbatim(Profile column) {
        if (column.numbers() > 0.5 || column.dates() > 0.5) {
            return 0;
        }
        int rank = VERBATIM.indexOf(column.words());
        double length = Math.min(column.averageLength(), 200) / 4;
        if (rank >= 0) {
            return 100 - rank + length;
        }
        if (column.mentions("comment", "comments", "why", "reason", "verbatim", "feedback", "improve", "explain")) {
            return 60 + length;
        }
        boolean title = column.mentions("title", "header", "subject", "name", "url", "address");
        return column.averageLength() >= 25 && column.variety() > 0.3 && !title ? length : 0;
    }

    static double wave(Profile column) {
        int rank = WAVE.indexOf(column.words());
        boolean named = rank >= 0 || column.mentions("wave", "cycle", "round");
        boolean sure = column.mentions("wave", "cycle", "round") || column.periods() >= 0.8;
        return named && sure && column.distinct().size() <= 60 ? 100 - Math.max(rank, 0) : 0;
    }

    static double name(Profile column) {
        return NAME.contains(column.words()) && column.averageLength() <= 64 ? 10 : 0;
    }

    static double phone(Profile column) {
        return PHONE.contains(column.words()) ? 10 * column.phones() : 0;
    }

    static double account(Profile column) {
        int rank = ACCOUNT.indexOf(column.words());
        return rank >= 0 && column.averageLength() <= 100 ? 100 - rank : 0;
    }
}
