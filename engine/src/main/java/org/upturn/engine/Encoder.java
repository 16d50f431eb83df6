package org.upturn.engine;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.FloatBuffer;
import java.nio.LongBuffer;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * MiniLM-L6 int8, run on one window of pieces at a time, so that what is read from a text never depends on the texts
 * beside it. It runs on the thread that calls it.
 */
final class Encoder implements AutoCloseable {
    static final int SIZE = 384;
    /** Pieces in one window, without the two marks around them. */
    static final int WINDOW = 254;

    /** The model that travels in the jar. */
    static final String MINILM = "/all-minilm-l6-v2-q.onnx";

    private final OrtEnvironment environment;
    private final OrtSession session;
    private final boolean typed;

    private Encoder(OrtEnvironment environment, OrtSession session) {
        this.environment = environment;
        this.session = session;
        this.typed = session.getInputNames().contains("token_type_ids");
    }

    static Encoder load() {
        return load(MINILM);
    }

    /**
     * Loads another model of the same shape and vocabulary.
     *
     * @param resource its place on the class path
     */
    static Encoder load(String resource) {
        OrtEnvironment environment = OrtEnvironment.getEnvironment();
        try (InputStream in = Encoder.class.getResourceAsStream(resource);
                OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
            if (in == null) {
                throw new IllegalStateException("The jar with " + resource + " is missing from the class path");
            }
            options.setIntraOpNumThreads(1);
            options.setInterOpNumThreads(1);
            options.addConfigEntry("session.intra_op.allow_spinning", "0");
            byte[] model = in.readAllBytes();
            FusibleBiases.exchange(model);
            return new Encoder(environment, environment.createSession(model, options));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (OrtException e) {
            throw new IllegalStateException("The model did not load", e);
        }
    }

    /**
     * The model's output for each piece.
     *
     * @param pieces vocabulary numbers, at most {@link #WINDOW}, without marks
     * @return as many rows of {@link #SIZE} numbers, one after another
     */
    float[] encode(int[] pieces) {
        long[] ids = new long[pieces.length + 2];
        ids[0] = WordPiece.CLASSIFY;
        for (int i = 0; i < pieces.length; i++) {
            ids[i + 1] = pieces[i];
        }
        ids[ids.length - 1] = WordPiece.SEPARATE;
        try {
            return run(ids);
        } catch (OrtException e) {
            throw new IllegalStateException("The model failed on " + pieces.length + " pieces", e);
        }
    }

    private float[] run(long[] ids) throws OrtException {
        long[] shape = {1, ids.length};
        long[] ones = new long[ids.length];
        Arrays.fill(ones, 1);
        try (OnnxTensor input = OnnxTensor.createTensor(environment, LongBuffer.wrap(ids), shape);
                OnnxTensor mask = OnnxTensor.createTensor(environment, LongBuffer.wrap(ones), shape);
                OnnxTensor types = OnnxTensor.createTensor(environment, LongBuffer.allocate(ids.length), shape)) {
            Map<String, OnnxTensor> inputs = HashMap.newHashMap(3);
            inputs.put("input_ids", input);
            inputs.put("attention_mask", mask);
            if (typed) {
                inputs.put("token_type_ids", types);
            }
            try (OrtSession.Result result = session.run(inputs)) {
                FloatBuffer output = ((OnnxTensor) result.get(0)).getFloatBuffer();
                float[] rows = new float[(ids.length - 2) * SIZE];
                output.position(SIZE);
                output.get(rows);
                return rows;
            }
        }
    }

    @Override
    public void close() {
        try {
            session.close();
        } catch (OrtException e) {
            throw new IllegalStateException("The model did not close", e);
        }
    }
}
