package org.upturn.engine.guard;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * A first sentence cut into what it reports and what it offers.
 *
 * @param reported what it says of the person
 * @param all its words
 * @param plain what it reports without thanks
 * @param sorry whether it apologizes
 * @param glad whether it is glad, and not sorry
 */
record Parts(Content reported, Content all, Content plain, boolean sorry, boolean glad) {
    private static final Pattern CLAUSE =
            Pattern.compile("[,;:.!?—–]+|\\b(?:and|so|but|because) (?=(?:i|we|our|my|let|here)\\b)");
    /** What the writer adds of their own: “and I am ashamed of that”. */
    private static final Pattern COMMENT = Pattern.compile("^\\s*(?:i|we|that|this|it|which)\\b");

    private static final Pattern OFFER = Pattern.compile(
            "\\b(?:will|shall|going to|would like|'d like|want to|let me|let us|please|could we|can we|may i)\\b|'ll\\b"
                    + "|\\b(?:have|has) (?:already )?(?:asked|passed|forwarded|opened|started|spoken)\\b"
                    + "|\\b(?:am|are|is) (?:already |now )?(?:looking|working|checking)\\b");
    private static final Pattern THANKS = Pattern.compile("\\bthank(?:s| you)?\\b|\\bappreciate\\b|\\bgrateful\\b");
    private static final Pattern SORRY = Pattern.compile(
            "\\b(?:sorry|apolog\\w*|regret\\w*|disappoint\\w*|frustrat\\w*|let you down|let down|trouble|upset|fell short|failed)\\b");

    private static final Pattern GLAD = Pattern.compile(
            "\\b(?:glad|happy|delighted|pleased|thrilled)\\b(?! (?:to|that you (?:told|wrote|said)|you (?:told|wrote|said|let)))"
                    + "|\\b(?:great|good|wonderful|lovely) to (?:hear|read|see)\\b"
                    + "|\\b(?:well done|congratulations|enjoyed|enjoying|loved?|works? (?:so )?well)\\b");
    private static final Pattern FRAME =
            Pattern.compile("(?i)^\\s*(?:you (?:wrote|said|told us|mentioned)|i (?:read|saw|see|hear|heard|understand)"
                    + "|i(?:['’]m| am) (?:so |very )?sorry(?: to (?:read|hear))?)(?: that)?\\s+");

    static Parts of(String sentence, Content theirs, List<String> names) {
        String low = sentence.toLowerCase(Locale.ROOT).replace('’', '\'');
        var reported = new ArrayList<String>();
        var plain = new ArrayList<String>();
        for (String clause : CLAUSE.split(low)) {
            boolean comments = !reported.isEmpty()
                    && COMMENT.matcher(clause).find()
                    && Content.of(clause, names).in(theirs).isEmpty();
            if (!comments && !OFFER.matcher(clause).find()) {
                reported.add(clause);
                if (!THANKS.matcher(clause).find()) {
                    plain.add(clause);
                }
            }
        }
        return new Parts(
                joined(reported, names),
                Content.of(low, names),
                joined(plain, names),
                SORRY.matcher(low).find(),
                GLAD.matcher(low).find() && !SORRY.matcher(low).find());
    }

    /** The sentence without “You wrote that”, which says nothing of its own. */
    static String bare(String sentence) {
        return FRAME.matcher(sentence).replaceFirst("");
    }

    private static Content joined(List<String> clauses, List<String> names) {
        return Content.of(String.join(" ", clauses), names);
    }
}
