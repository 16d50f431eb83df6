package org.upturn.engine;

import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.upturn.engine.learning.Head;
import org.upturn.engine.learning.Threshold;

/**
 * What people's judgements taught about the themes of one version of a codebook; made by {@link Learner}, never changed.
 * A theme without a judgement is read as the codebook says.
 */
public final class Learned {
    /** Nothing was judged yet: everything is read by the codebook alone. */
    public static final Learned NOTHING = new Learned(Map.of(), Map.of());

    private final Map<String, Head> heads;
    private final Map<String, Map<String, Boolean>> verdicts;
    private final double threshold;

    Learned(Map<String, Head> heads, Map<String, Map<String, Boolean>> verdicts) {
        this.heads = heads;
        this.verdicts = verdicts;
        this.threshold = Threshold.of(heads.values());
    }

    public boolean isNothing() {
        return verdicts.isEmpty();
    }

    /** A person's last word on the very same text, by theme; white space around it does not count. */
    public Map<String, Boolean> verdicts(String text) {
        return verdicts.getOrDefault(text.strip(), Map.of());
    }

    /** What people said of a theme, by text, in the order of the texts' letters. */
    SortedMap<String, Boolean> judged(String theme) {
        SortedMap<String, Boolean> judged = new TreeMap<>();
        verdicts.forEach((text, themes) -> {
            Boolean yes = themes.get(theme);
            if (yes != null) {
                judged.put(text, yes);
            }
        });
        return judged;
    }

    /** From which frequency on a theme is decided to be there. */
    double threshold(String theme) {
        Head head = heads.get(theme);
        return head == null
                ? ThemeJudge.DECIDED
                : ThemeJudge.DECIDED + head.balance() * (threshold - ThemeJudge.DECIDED);
    }

    @Nullable
    Head head(String theme) {
        return heads.get(theme);
    }
}
