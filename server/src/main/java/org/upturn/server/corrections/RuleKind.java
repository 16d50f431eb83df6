package org.upturn.server.corrections;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Locale;
import org.upturn.server.kernel.Problem;

/** What a rule looks for; the same choices select many people of a wave at once. */
public enum RuleKind {
    /** Detractors without words, or whose words name nothing (S3-27, S4-18). */
    DETRACTOR_WHY(Reason.MISSING_WHY),
    /** Anybody without words. */
    ANY_WHY(Reason.MISSING_WHY),
    /** 9 or 10 with strongly negative words, 0 to 3 with glowing praise, or a scale read the wrong way round. */
    CONTRADICTION(Reason.CONTRADICTION),
    /** Passives who did not say what would make it a 9: no words, or words that only praise (S3-11). */
    PASSIVE_NINE(Reason.NINE),
    /** An address whose domain is nearly a known one; it cannot be mailed, so a person hands the link over. */
    EMAIL(Reason.EMAIL);

    private final Reason reason;

    RuleKind(Reason reason) {
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }

    /** The word in the API and in the database. */
    @JsonValue
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    @JsonCreator
    public static RuleKind of(String word) {
        return Arrays.stream(values())
                .filter(one -> one.word().equals(word))
                .findFirst()
                .orElseThrow(() -> Problem.invalid("kind", "problem.correction.kind"));
    }
}
