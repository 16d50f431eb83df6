package org.upturn.engine.encoders;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;

/**
 * Writes a quantised BERT model anew with the fused operations of onnxruntime, where the exported graph has some 120 small ones
 * a layer. Weights and arithmetic stay; only the order of some sums differs, so outputs agree to about six digits. It takes
 * a fifth off a pass (RATIONALE.md).
 *
 * <p>The new graph needs the pieces alone: nothing is masked, and all pieces are of the first type.
 */
final class FusedBert {
    /** Of MiniLM-L6 and of bge-small alike. */
    private static final long HEADS = 12;

    private static final float EPSILON = 1e-12f;
    private static final String FUSED = "com.microsoft";
    private static final long FLOAT = 1;
    private static final long INT8 = 3;
    private static final long INT64 = 7;

    private final OnnxFile model;
    private final Protobuf.Writer graph = new Protobuf.Writer();
    private final Set<String> copied = new HashSet<>();

    private FusedBert(OnnxFile model) {
        this.model = model;
    }

    /**
     * The model in fewer operations.
     *
     * @throws IllegalArgumentException when it is not named and quantised as Hugging Face and onnxruntime's tool do
     */
    static byte[] of(byte[] model) {
        return new FusedBert(new OnnxFile(model)).written();
    }

    private byte[] written() {
        String last = embeddings();
        for (int layer = 0; model.has("encoder.layer." + layer + ".output.dense.bias"); layer++) {
            last = layer(layer, last);
        }
        int size = model.shape("embeddings.LayerNorm.weight")[0];
        graph.text(2, "bert").message(11, value("input_ids", INT64, 0)).message(12, value(last, FLOAT, size));
        return new Protobuf.Writer()
                .number(1, 8)
                .message(7, graph)
                .message(8, new Protobuf.Writer().text(1, "").number(2, 17))
                .message(8, new Protobuf.Writer().text(1, FUSED).number(2, 1))
                .toBytes();
    }

    private String embeddings() {
        String words = "embeddings.word_embeddings.weight";
        tensor("zero", INT64, int64(0), 1);
        tensor("one", INT64, int64(1), 1);
        tensor("two", INT64, int64(2), 1);
        positions();
        node("Gather", "", "word_numbers", copy(words + "_quantized"), "input_ids");
        node("DequantizeLinear", "", "words", "word_numbers", copy(words + "_scale"), copy(words + "_zero_point"));
        node("Shape", "", "shape", "input_ids");
        node("Slice", "", "length", "shape", "one", "two", "zero");
        node("Slice", "", "places", "positions", "zero", "length", "one");
        return normalised("embedded", "words", "places", "embeddings.LayerNorm");
    }

    /** What stands for each place in the text, and for the one type there is. */
    private void positions() {
        float[] places = dequantised("embeddings.position_embeddings.weight");
        float[] types = dequantised("embeddings.token_type_embeddings.weight");
        int[] shape = model.shape("embeddings.position_embeddings.weight_quantized");
        for (int i = 0; i < places.length; i++) {
            places[i] += types[i % shape[1]];
        }
        tensor("positions", FLOAT, bytes(places), 1, shape[0], shape[1]);
    }

    private float[] dequantised(String name) {
        byte[] numbers = model.bytes(name + "_quantized");
        float scale = model.floats(name + "_scale")[0];
        int zero = model.bytes(name + "_zero_point")[0] & 0xff;
        float[] values = new float[numbers.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = ((numbers[i] & 0xff) - zero) * scale;
        }
        return values;
    }

    private String layer(int layer, String input) {
        String name = "encoder.layer." + layer + ".";
        String place = "/encoder/layer." + layer + "/";
        String attended = attention(name, place, input);
        String mixed = multiplied(
                place + "attention/output/dense", attended, copy(name + "attention.output.dense.bias"), name + "mixed");
        String first = normalised(name + "first", mixed, input, name + "attention.output.LayerNorm");
        String wide =
                multiplied(place + "intermediate/dense", first, copy(name + "intermediate.dense.bias"), name + "wide");
        node("Gelu", FUSED, name + "active", wide);
        String narrow =
                multiplied(place + "output/dense", name + "active", copy(name + "output.dense.bias"), name + "narrow");
        return normalised(name + "second", narrow, first, name + "output.LayerNorm");
    }

    private String attention(String name, String place, String input) {
        String[] factors = {
            factor(place + "attention/self/query"),
            factor(place + "attention/self/key"),
            factor(place + "attention/self/value")
        };
        int size = model.shape(factors[0])[0];
        byte[] numbers = new byte[3 * size * size];
        float[] scales = new float[3 * size];
        float[] biases = new float[3 * size];
        for (int part = 0; part < 3; part++) {
            byte[] own = model.bytes(factors[part]);
            for (int row = 0; row < size; row++) {
                System.arraycopy(own, row * size, numbers, (3 * row + part) * size, size);
            }
            System.arraycopy(model.floats(scaleOf(factors[part])), 0, scales, part * size, size);
            String bias = name + "attention.self." + new String[] {"query", "key", "value"}[part] + ".bias";
            System.arraycopy(model.floats(bias), 0, biases, part * size, size);
        }
        tensor(name + "numbers", INT8, numbers, size, 3 * size);
        tensor(name + "scales", FLOAT, bytes(scales), 3 * size);
        tensor(name + "biases", FLOAT, bytes(biases), 3 * size);
        String zero = name + "input.zero";
        graph.message(
                1,
                operation("DynamicQuantizeLinear", "", input)
                        .text(2, name + "input")
                        .text(2, name + "input.scale")
                        .text(2, zero));
        graph.message(
                1,
                operation(
                                "QAttention",
                                FUSED,
                                name + "input",
                                name + "numbers",
                                name + "biases",
                                name + "input.scale",
                                name + "scales",
                                "",
                                zero)
                        .text(2, name + "attended")
                        .message(
                                5,
                                new Protobuf.Writer()
                                        .text(1, "num_heads")
                                        .number(3, HEADS)
                                        .number(20, 2)));
        return name + "attended";
    }

    private String multiplied(String place, String input, String bias, String output) {
        String factor = factor(place);
        node("DynamicQuantizeMatMul", FUSED, output, input, copy(factor), copy(scaleOf(factor)), "", bias);
        return output;
    }

    private String normalised(String output, String input, String skipped, String weights) {
        graph.message(
                1,
                operation(
                                "SkipLayerNormalization",
                                FUSED,
                                input,
                                skipped,
                                copy(weights + ".weight"),
                                copy(weights + ".bias"))
                        .text(2, output)
                        .message(
                                5,
                                new Protobuf.Writer()
                                        .text(1, "epsilon")
                                        .fixed(2, EPSILON)
                                        .number(20, 1)));
        return output;
    }

    /** The integers multiplied by there; they must stand around zero. */
    private String factor(String place) {
        String factor = model.factor(place);
        for (byte zero : model.bytes(factor.replaceFirst("_quantized$", "_zero_point"))) {
            if (zero != 0) {
                throw new IllegalArgumentException("The weights at " + place + " do not stand around zero");
            }
        }
        return factor;
    }

    private static String scaleOf(String factor) {
        return factor.replaceFirst("_quantized$", "_scale");
    }

    private void node(String operation, String domain, String output, String... inputs) {
        graph.message(1, operation(operation, domain, inputs).text(2, output));
    }

    private static Protobuf.Writer operation(String operation, String domain, String... inputs) {
        Protobuf.Writer node = new Protobuf.Writer().text(4, operation).text(7, domain);
        Arrays.stream(inputs).forEach(input -> node.text(1, input));
        return node;
    }

    private String copy(String tensor) {
        if (copied.add(tensor)) {
            graph.bytes(5, model.written(tensor));
        }
        return tensor;
    }

    private void tensor(String name, long type, byte[] values, int... shape) {
        Protobuf.Writer tensor = new Protobuf.Writer().number(2, type).text(8, name);
        Arrays.stream(shape).forEach(dimension -> tensor.number(1, dimension));
        graph.message(5, tensor.bytes(9, values));
    }

    /** A text of any length; {@code size} 0 for a number a piece, else for so many. */
    private static Protobuf.Writer value(String name, long type, int size) {
        Protobuf.Writer shape = new Protobuf.Writer()
                .message(1, new Protobuf.Writer().text(2, "texts"))
                .message(1, new Protobuf.Writer().text(2, "pieces"));
        if (size > 0) {
            shape.message(1, new Protobuf.Writer().number(1, size));
        }
        Protobuf.Writer tensor = new Protobuf.Writer().number(1, type).message(2, shape);
        return new Protobuf.Writer().text(1, name).message(2, new Protobuf.Writer().message(1, tensor));
    }

    private static byte[] int64(long value) {
        return ByteBuffer.allocate(Long.BYTES)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putLong(value)
                .array();
    }

    private static byte[] bytes(float[] values) {
        ByteBuffer bytes = ByteBuffer.allocate(values.length * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        bytes.asFloatBuffer().put(values);
        return bytes.array();
    }
}
