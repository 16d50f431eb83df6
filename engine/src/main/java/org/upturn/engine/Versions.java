package org.upturn.engine;

/**
 * What a reading was made with; equal versions and equal words give equal readings.
 *
 * @param engine the rules, for example {@code upturn-3}
 * @param model the encoder, for example {@code minilm-l6-v2-q}
 * @param codebook twelve hexadecimal digits that change whenever the codebook does
 */
public record Versions(String engine, String model, String codebook) {
    static final String ENGINE = "upturn-3";

    /** Who makes meanings out of texts; a meaning of another maker is not read. */
    static String maker(String model) {
        return ENGINE + " " + model;
    }
}
