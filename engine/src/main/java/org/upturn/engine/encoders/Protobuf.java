package org.upturn.engine.encoders;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** As much of the protobuf format as ONNX files need. */
final class Protobuf {
    private static final int VARINT = 0;
    private static final int FIXED_64 = 1;
    private static final int BYTES = 2;
    private static final int FIXED_32 = 5;

    private Protobuf() {}

    /**
     * A field of a message.
     *
     * @param value of a number, else 0
     * @param from where its content begins in the file; of a number, where the number does
     * @param to where its content ends
     */
    record Field(int number, long value, int from, int to) {
        String text(byte[] file) {
            return new String(file, from, to - from, StandardCharsets.UTF_8);
        }
    }

    /** The fields of the message that stands between the two places. */
    static List<Field> fields(byte[] file, int from, int to) {
        List<Field> fields = new ArrayList<>();
        int[] at = {from};
        while (at[0] < to) {
            long key = varint(file, at);
            int begin = at[0];
            long value = 0;
            switch ((int) key & 7) {
                case VARINT -> value = varint(file, at);
                case FIXED_64 -> at[0] += 8;
                case FIXED_32 -> at[0] += 4;
                case BYTES -> {
                    int length = (int) varint(file, at);
                    begin = at[0];
                    at[0] += length;
                }
                default -> throw new IllegalArgumentException("Not a protobuf message");
            }
            fields.add(new Field((int) (key >>> 3), value, begin, at[0]));
        }
        return fields;
    }

    /** Reads a number and moves on behind it. */
    static long varint(byte[] file, int[] at) {
        long value = 0;
        for (int shift = 0; ; shift += 7) {
            byte part = file[at[0]++];
            value |= (long) (part & 127) << shift;
            if (part >= 0) {
                return value;
            }
        }
    }

    /** A message being written. */
    static final class Writer {
        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

        Writer number(int field, long value) {
            varint((long) field << 3 | VARINT);
            varint(value);
            return this;
        }

        Writer text(int field, String text) {
            return bytes(field, text.getBytes(StandardCharsets.UTF_8));
        }

        Writer fixed(int field, float value) {
            varint((long) field << 3 | FIXED_32);
            int bits = Float.floatToRawIntBits(value);
            for (int shift = 0; shift < Integer.SIZE; shift += Byte.SIZE) {
                bytes.write(bits >>> shift);
            }
            return this;
        }

        Writer message(int field, Writer message) {
            return bytes(field, message.bytes.toByteArray());
        }

        Writer bytes(int field, byte[] content) {
            return bytes(field, content, 0, content.length);
        }

        Writer bytes(int field, byte[] content, int from, int to) {
            varint((long) field << 3 | BYTES);
            varint(to - from);
            bytes.write(content, from, to - from);
            return this;
        }

        byte[] toBytes() {
            return bytes.toByteArray();
        }

        private void varint(long value) {
            long rest = value;
            while ((rest & ~127L) != 0) {
                bytes.write((int) rest & 127 | 128);
                rest >>>= 7;
            }
            bytes.write((int) rest);
        }
    }
}
