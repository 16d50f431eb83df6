package org.upturn.engine;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Exchanges the two inputs of every addition of a bias in an ONNX model. The model names the bias first; onnxruntime 1.20
 * looks for it second when it merges an addition into the multiplication before it. The sum is the same to the last bit.
 */
final class FusibleBiases {
    private static final int GRAPH_OF_MODEL = 7;
    private static final int NODE_OF_GRAPH = 1;
    private static final int INPUT_OF_NODE = 1;
    private static final int OPERATION_OF_NODE = 4;

    private final byte[] model;
    private int at;
    private int exchanged;

    private FusibleBiases(byte[] model) {
        this.model = model;
    }

    /** A field of a protobuf message: where it starts, and from where to where its content stands. */
    private record Field(int number, int start, int from, int to) {}

    /**
     * Works in place.
     *
     * @return how many additions were changed
     */
    static int exchange(byte[] model) {
        FusibleBiases biases = new FusibleBiases(model);
        for (Field graph : biases.fields(0, model.length, GRAPH_OF_MODEL)) {
            for (Field node : biases.fields(graph.from, graph.to, NODE_OF_GRAPH)) {
                biases.exchangeIn(node);
            }
        }
        return biases.exchanged;
    }

    private void exchangeIn(Field node) {
        List<Field> inputs = fields(node.from, node.to, INPUT_OF_NODE);
        List<Field> operations = fields(node.from, node.to, OPERATION_OF_NODE);
        if (inputs.size() != 2
                || operations.size() != 1
                || !text(operations.getFirst()).equals("Add")) {
            return;
        }
        Field first = inputs.getFirst();
        Field second = inputs.getLast();
        if (text(first).endsWith(".bias") && first.to == second.start) {
            byte[] bias = Arrays.copyOfRange(model, first.start, first.to);
            System.arraycopy(model, second.start, model, first.start, second.to - second.start);
            System.arraycopy(bias, 0, model, second.to - bias.length, bias.length);
            exchanged++;
        }
    }

    private String text(Field field) {
        return new String(model, field.from, field.to - field.from, StandardCharsets.UTF_8);
    }

    private List<Field> fields(int from, int to, int number) {
        List<Field> found = new ArrayList<>();
        at = from;
        while (at < to) {
            int start = at;
            long key = number();
            int length = length((int) key & 7);
            Field field = new Field((int) (key >>> 3), start, at, at + length);
            if (field.number == number) {
                found.add(field);
            }
            at = field.to;
        }
        return found;
    }

    private int length(int kind) {
        return switch (kind) {
            case 0 -> {
                number();
                yield 0;
            }
            case 1 -> 8;
            case 2 -> Math.toIntExact(number());
            case 5 -> 4;
            default -> throw new IllegalStateException("The model is no ONNX file");
        };
    }

    /** Seven bits a byte, the lowest first; the last byte has no high bit. */
    private long number() {
        long number = 0;
        for (int shift = 0; ; shift += 7) {
            byte next = model[at++];
            number |= (next & 0x7FL) << shift;
            if (next >= 0) {
                return number;
            }
        }
    }
}
