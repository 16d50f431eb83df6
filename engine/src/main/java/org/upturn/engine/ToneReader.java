package org.upturn.engine;

import java.util.List;
import org.upturn.engine.phrases.PhraseBook;
import org.upturn.engine.phrases.Tokens;
import org.upturn.engine.said.Evidence;
import org.upturn.engine.said.Tone;

/** Tells constructive from hostile words (S1-22) by a list of insults, threats and swearing; being unhappy is not hostile. */
final class ToneReader {
    /** A clause this good swears for joy. */
    private static final double JOY = 0.5;

    private final PhraseBook phrases = PhraseBook.of(Resources.lines("tone-phrases.txt"));

    Tone read(FeltText text, Tokens tokens) {
        List<PhraseBook.Match> matches = phrases.in(tokens).said();
        for (PhraseBook.Match match : matches) {
            int clause = text.clauseAt(match.start());
            if (match.group().equals("hostile") && (clause < 0 || text.feelings()[clause] < JOY)) {
                return new Tone(Tone.Kind.HOSTILE, new Evidence(match.start(), match.end()));
            }
        }
        Evidence wish = matches.stream()
                .filter(match -> match.group().equals("constructive"))
                .map(match -> text.clauseAt(match.start()))
                .filter(clause -> clause >= 0)
                .findFirst()
                .map(text::evidence)
                .orElse(null);
        return new Tone(Tone.Kind.CONSTRUCTIVE, wish);
    }
}
