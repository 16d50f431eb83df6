package org.upturn.engine;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A meaning as bytes: the form's number (1 byte), length and name of the maker (1 + some 25), hash of the text (4), numbers
 * of a direction (2), number of clauses (2), the whole's direction unless there are fewer than two clauses, and for each
 * clause its distance from the end of the one before, its length (1–3 each, seven bits a byte) and its direction.
 */
final class StoredMeaning {
    private static final byte FORM = 1;
    private static final int SEVEN_BITS = 0x7F;
    private static final int LONGEST_NUMBER = 3;

    /** Form, length of the maker, hash, numbers, clauses. */
    private static final int AROUND = 1 + 1 + 4 + 2 + 2;

    private StoredMeaning() {}

    /** What stands before the directions. */
    private record Head(String maker, int text, int numbers, int clauses) {}

    static byte[] write(Meaning meaning) {
        byte[] maker = meaning.maker().getBytes(StandardCharsets.UTF_8);
        int clauses = meaning.clauses().size();
        int numbers = meaning.direction().size();
        ByteBuffer out =
                ByteBuffer.allocate(AROUND + maker.length + numbers + clauses * (2 * LONGEST_NUMBER + numbers));
        out.put(FORM).put((byte) maker.length).put(maker).putInt(meaning.text());
        out.putShort((short) numbers).putShort((short) clauses);
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
            Optional<Meaning> meaning = head(in).map(head -> read(in, head));
            return in.hasRemaining() ? Optional.empty() : meaning;
        } catch (BufferUnderflowException | ArithmeticException damaged) {
            return Optional.empty();
        }
    }

    /** The whole alone; needs no more than the beginning. */
    static Optional<Meaning.Whole> readWhole(byte[] beginning) {
        ByteBuffer in = ByteBuffer.wrap(beginning);
        try {
            Optional<Head> head = head(in).filter(found -> found.clauses > 0);
            if (head.isPresent() && head.get().clauses == 1) {
                number(in);
                number(in);
            }
            return head.map(found -> new Meaning.Whole(found.maker, bytes(in, found.numbers)));
        } catch (BufferUnderflowException | ArithmeticException damaged) {
            return Optional.empty();
        }
    }

    private static Optional<Head> head(ByteBuffer in) {
        if (in.get() != FORM) {
            return Optional.empty();
        }
        byte[] maker = bytes(in, Byte.toUnsignedInt(in.get()));
        return Optional.of(new Head(
                new String(maker, StandardCharsets.UTF_8),
                in.getInt(),
                Short.toUnsignedInt(in.getShort()),
                Short.toUnsignedInt(in.getShort())));
    }

    private static Meaning read(ByteBuffer in, Head head) {
        Direction whole =
                head.clauses > 1 ? Direction.stored(bytes(in, head.numbers)) : Direction.of(new float[head.numbers]);
        List<Meaning.Clause> clauses = new ArrayList<>();
        int end = 0;
        for (int i = 0; i < head.clauses; i++) {
            int start = Math.addExact(end, number(in));
            end = Math.addExact(start, number(in));
            clauses.add(new Meaning.Clause(new Span(start, end), Direction.stored(bytes(in, head.numbers))));
        }
        return new Meaning(
                head.maker, head.text, head.clauses == 1 ? clauses.getFirst().direction() : whole, clauses);
    }

    private static byte[] bytes(ByteBuffer in, int size) {
        if (size > in.remaining()) {
            throw new BufferUnderflowException();
        }
        byte[] bytes = new byte[size];
        in.get(bytes);
        return bytes;
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
