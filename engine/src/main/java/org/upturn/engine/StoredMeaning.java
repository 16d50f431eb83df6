package org.upturn.engine;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A meaning as bytes: the form's number (1 byte), length and name of the maker (1 + some 25), hash of the text (4), number of
 * clauses (2), the whole's direction unless there are fewer than two clauses ({@value Encoder#SIZE}), and for each clause
 * its distance from the end of the one before, its length (1–3 each, seven bits a byte) and its direction.
 */
final class StoredMeaning {
    private static final byte FORM = 1;
    private static final int SEVEN_BITS = 0x7F;
    private static final int LONGEST_NUMBER = 3;

    private StoredMeaning() {}

    static byte[] write(Meaning meaning) {
        byte[] maker = meaning.maker().getBytes(StandardCharsets.UTF_8);
        int clauses = meaning.clauses().size();
        ByteBuffer out =
                ByteBuffer.allocate(8 + maker.length + Encoder.SIZE + clauses * (2 * LONGEST_NUMBER + Encoder.SIZE));
        out.put(FORM).put((byte) maker.length).put(maker).putInt(meaning.text()).putShort((short) clauses);
        if (clauses > 1) {
            out.put(meaning.direction().bytes());
        }
        int end = 0;
        for (Meaning.Clause clause : meaning.clauses()) {
            putNumber(out, clause.span().start() - end);
            putNumber(out, clause.span().length());
            out.put(clause.direction().bytes());
            end = clause.span().end();
        }
        byte[] bytes = new byte[out.position()];
        out.flip().get(bytes);
        return bytes;
    }

    static Optional<Meaning> read(byte[] stored) {
        ByteBuffer in = ByteBuffer.wrap(stored);
        try {
            if (in.get() != FORM) {
                return Optional.empty();
            }
            byte[] maker = new byte[Byte.toUnsignedInt(in.get())];
            in.get(maker);
            int text = in.getInt();
            Meaning meaning = read(in, new String(maker, StandardCharsets.UTF_8), text);
            return in.hasRemaining() ? Optional.empty() : Optional.of(meaning);
        } catch (BufferUnderflowException | ArithmeticException damaged) {
            return Optional.empty();
        }
    }

    private static Meaning read(ByteBuffer in, String maker, int text) {
        int size = Short.toUnsignedInt(in.getShort());
        Direction whole = size > 1 ? direction(in) : Direction.of(new float[Encoder.SIZE]);
        List<Meaning.Clause> clauses = new ArrayList<>();
        int end = 0;
        for (int i = 0; i < size; i++) {
            int start = Math.addExact(end, number(in));
            end = Math.addExact(start, number(in));
            clauses.add(new Meaning.Clause(new Span(start, end), direction(in)));
        }
        return new Meaning(maker, text, size == 1 ? clauses.getFirst().direction() : whole, clauses);
    }

    private static Direction direction(ByteBuffer in) {
        byte[] bytes = new byte[Encoder.SIZE];
        in.get(bytes);
        return Direction.stored(bytes);
    }

    private static void putNumber(ByteBuffer out, int number) {
        int left = number;
        while (left > SEVEN_BITS) {
            out.put((byte) (left & SEVEN_BITS | SEVEN_BITS + 1));
            left >>>= 7;
        }
        out.put((byte) left);
    }

    private static int number(ByteBuffer in) {
        int number = 0;
        for (int shift = 0; shift < 7 * LONGEST_NUMBER; shift += 7) {
            byte part = in.get();
            number |= (part & SEVEN_BITS) << shift;
            if (part >= 0) {
                return number;
            }
        }
        throw new ArithmeticException("Too long a number for a place in a text");
    }
}
