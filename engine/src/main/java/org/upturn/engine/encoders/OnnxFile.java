package org.upturn.engine.encoders;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The tensors and the multiplications of a model. Field numbers are those of onnx.proto3. */
final class OnnxFile {
    private static final int GRAPH = 7;
    private static final int GRAPH_NODE = 1;
    private static final int GRAPH_TENSOR = 5;
    private static final int NODE_INPUT = 1;
    private static final int NODE_OUTPUT = 2;
    private static final int NODE_OPERATION = 4;
    private static final int TENSOR_DIMENSION = 1;
    private static final int TENSOR_FLOATS = 4;
    private static final int TENSOR_INTEGERS = 5;
    private static final int TENSOR_NAME = 8;
    private static final int TENSOR_RAW = 9;

    private final byte[] file;
    private final Map<String, Protobuf.Field> tensors = new HashMap<>();
    private final Map<String, String> factors = new HashMap<>();

    OnnxFile(byte[] file) {
        this.file = file;
        Protobuf.Field graph = only(Protobuf.fields(file, 0, file.length), GRAPH);
        for (Protobuf.Field field : Protobuf.fields(file, graph.from(), graph.to())) {
            if (field.number() == GRAPH_TENSOR) {
                tensors.put(only(fields(field), TENSOR_NAME).text(file), field);
            } else if (field.number() == GRAPH_NODE) {
                addNode(fields(field));
            }
        }
    }

    private void addNode(List<Protobuf.Field> node) {
        if (only(node, NODE_OPERATION).text(file).equals("MatMulInteger")) {
            factors.put(
                    texts(node, NODE_OUTPUT).getFirst(), texts(node, NODE_INPUT).get(1));
        }
    }

    boolean has(String tensor) {
        return tensors.containsKey(tensor);
    }

    /** Name of the integers by which the multiplication at this place of the model multiplies. */
    String factor(String place) {
        return factors.entrySet().stream()
                .filter(factor -> factor.getKey().startsWith(place + "/MatMul"))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("No multiplication of integers at " + place))
                .getValue();
    }

    /** The whole tensor as it stands in the file. */
    byte[] written(String tensor) {
        Protobuf.Field field = tensor(tensor);
        return java.util.Arrays.copyOfRange(file, field.from(), field.to());
    }

    int[] shape(String tensor) {
        List<Integer> shape = new ArrayList<>();
        for (Protobuf.Field field : fields(tensor(tensor))) {
            if (field.number() == TENSOR_DIMENSION) {
                shape.add((int) field.value());
            }
        }
        return shape.stream().mapToInt(Integer::intValue).toArray();
    }

    /** Its values of one byte each. */
    byte[] bytes(String tensor) {
        List<Protobuf.Field> fields = fields(tensor(tensor));
        for (Protobuf.Field field : fields) {
            if (field.number() == TENSOR_RAW && field.to() > field.from()) {
                return java.util.Arrays.copyOfRange(file, field.from(), field.to());
            }
        }
        Protobuf.Field packed = only(fields, TENSOR_INTEGERS);
        java.io.ByteArrayOutputStream values = new java.io.ByteArrayOutputStream();
        int[] at = {packed.from()};
        while (at[0] < packed.to()) {
            values.write((int) Protobuf.varint(file, at));
        }
        return values.toByteArray();
    }

    float[] floats(String tensor) {
        for (Protobuf.Field field : fields(tensor(tensor))) {
            if ((field.number() == TENSOR_RAW || field.number() == TENSOR_FLOATS) && field.to() > field.from()) {
                float[] floats = new float[(field.to() - field.from()) / Float.BYTES];
                ByteBuffer.wrap(file, field.from(), field.to() - field.from())
                        .order(ByteOrder.LITTLE_ENDIAN)
                        .asFloatBuffer()
                        .get(floats);
                return floats;
            }
        }
        throw new IllegalArgumentException("No numbers in " + tensor);
    }

    private Protobuf.Field tensor(String name) {
        Protobuf.Field field = tensors.get(name);
        if (field == null) {
            throw new IllegalArgumentException("The model has no " + name);
        }
        return field;
    }

    private List<Protobuf.Field> fields(Protobuf.Field message) {
        return Protobuf.fields(file, message.from(), message.to());
    }

    private List<String> texts(List<Protobuf.Field> fields, int number) {
        return fields.stream()
                .filter(field -> field.number() == number)
                .map(field -> field.text(file))
                .toList();
    }

    private static Protobuf.Field only(List<Protobuf.Field> fields, int number) {
        return fields.stream()
                .filter(field -> field.number() == number)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("Not an ONNX model"));
    }
}
