package org.upturn.engine;

/** One reader for all tests, because loading takes a second. */
final class Loaded {
    static final Reader READER = Reader.load();
    static final Codebook COMPANY = Codebook.starter("company");
    static final Codebook PROGRAM = Codebook.starter("program");

    private Loaded() {}

    static Reading read(Codebook codebook, String text) {
        return READER.read(codebook, Verbatim.of(text));
    }
}
