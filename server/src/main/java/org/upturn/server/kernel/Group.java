package org.upturn.server.kernel;

/** Which of the three groups a score puts a person in (S0-05, S4-01): 0–6, 7–8, 9–10. */
public enum Group {
    DETRACTOR,
    PASSIVE,
    PROMOTER;

    /** The word used in the API, in files and in the database: {@code detractor}, {@code passive}, {@code promoter}. */
    public String word() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }
}
