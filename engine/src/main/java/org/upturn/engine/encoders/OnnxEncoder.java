package org.upturn.engine.encoders;

import ai.onnxruntime.NodeInfo;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import ai.onnxruntime.TensorInfo;
import java.nio.FloatBuffer;
import java.nio.LongBuffer;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A model of the BERT family, run on one window of pieces at a time, so that what is read from a text never depends on the
 * texts beside it. It runs on the thread that calls it.
 */
public final class OnnxEncoder implements Encoder {
    /** Pieces in one window, without the two marks around them. */
    private static final int WINDOW = 254;

    /** Vectors are compared so many numbers at a time. */
    private static final int STEP = 8;

    private static final String IDS = "input_ids";
    private static final String MASK = "attention_mask";
    private static final String TYPES = "token_type_ids";

    private final OrtEnvironment environment = OrtEnvironment.getEnvironment();
    private final OrtSession session;
    private final Tokenizer marks;
    private final java.util.Set<String> inputs;
    private final String output;
    private final int size;

    private OnnxEncoder(OrtSession session, Tokenizer marks) throws OrtException {
        this.session = session;
        this.marks = marks;
        this.inputs = session.getInputNames();
        this.output = output(session);
        refuseUnknown(session);
        this.size = encodeMarks();
        if (size % STEP != 0) {
            throw new EncoderException(
                    "The vectors of the model have " + size + " numbers; a multiple of eight is needed.");
        }
    }

    /** Anything that opens a session. */
    private interface Opening {
        OrtSession open(OrtEnvironment environment, OrtSession.SessionOptions options) throws OrtException;
    }

    /**
     * Opens a model that lies in memory.
     *
     * @param marks says which marks stand around the pieces
     */
    public static OnnxEncoder of(byte[] model, Tokenizer marks) {
        return open((environment, options) -> environment.createSession(model, options), marks);
    }

    /**
     * Opens a model from a file.
     *
     * @throws EncoderException when it is not one that gives a vector for each piece
     */
    public static OnnxEncoder of(Path file, Tokenizer marks) {
        return open((environment, options) -> environment.createSession(file.toString(), options), marks);
    }

    private static OnnxEncoder open(Opening opening, Tokenizer marks) {
        try (OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
            options.setIntraOpNumThreads(1);
            options.setInterOpNumThreads(1);
            options.addConfigEntry("session.intra_op.allow_spinning", "0");
            return new OnnxEncoder(opening.open(OrtEnvironment.getEnvironment(), options), marks);
        } catch (OrtException e) {
            throw new EncoderException("The model cannot be opened by onnxruntime: " + e.getMessage());
        }
    }

    private static String output(OrtSession session) throws OrtException {
        for (Map.Entry<String, NodeInfo> output : session.getOutputInfo().entrySet()) {
            if (output.getValue().getInfo() instanceof TensorInfo tensor && tensor.getShape().length == 3) {
                return output.getKey();
            }
        }
        throw new EncoderException("The model gives no vector for each piece (an output of three dimensions, such as"
                + " last_hidden_state); export it without pooling.");
    }

    private static void refuseUnknown(OrtSession session) {
        List<String> known = List.of(IDS, MASK, TYPES);
        if (!session.getInputNames().contains(IDS) || !known.containsAll(session.getInputNames())) {
            throw new EncoderException(
                    "The model asks for " + String.join(", ", session.getInputNames())
                            + "; only encoders that need no more than input_ids, attention_mask and token_type_ids can be used.");
        }
    }

    /** Runs the model on the marks alone; gives the size of its vectors. */
    private int encodeMarks() throws OrtException {
        return run(new long[] {marks.opening(), marks.closing()}).length / 2;
    }

    @Override
    public int size() {
        return size;
    }

    @Override
    public int window() {
        return WINDOW;
    }

    @Override
    public float[] encode(int[] pieces) {
        long[] ids = new long[pieces.length + 2];
        ids[0] = marks.opening();
        for (int i = 0; i < pieces.length; i++) {
            ids[i + 1] = pieces[i];
        }
        ids[ids.length - 1] = marks.closing();
        try {
            float[] rows = run(ids);
            return Arrays.copyOfRange(rows, size, rows.length - size);
        } catch (OrtException e) {
            throw new IllegalStateException("The model failed on " + pieces.length + " pieces", e);
        }
    }

    private float[] run(long[] ids) throws OrtException {
        Map<String, OnnxTensor> given = HashMap.newHashMap(3);
        try {
            for (String input : inputs) {
                given.put(input, tensor(input, ids));
            }
            try (OrtSession.Result result = session.run(given, java.util.Set.of(output))) {
                FloatBuffer vectors = ((OnnxTensor) result.get(0)).getFloatBuffer();
                float[] rows = new float[vectors.remaining()];
                vectors.get(rows);
                return rows;
            }
        } finally {
            given.values().forEach(OnnxTensor::close);
        }
    }

    private OnnxTensor tensor(String input, long[] ids) throws OrtException {
        long[] values = ids;
        if (!input.equals(IDS)) {
            values = new long[ids.length];
            Arrays.fill(values, input.equals(MASK) ? 1 : 0);
        }
        return OnnxTensor.createTensor(environment, LongBuffer.wrap(values), new long[] {1, ids.length});
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
