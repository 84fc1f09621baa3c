package dev.mvstudio.adapter.local.preview.drawing;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** Choices that look arbitrary and are always the same for the same seed and texts, on every machine. */
public final class Dice {
    private final Random random;

    private Dice(long seed) {
        this.random = new Random(seed);
    }

    /** A null seed is another one than 0: then the texts alone decide. */
    public static Dice of(@Nullable Long seed, String... texts) {
        MessageDigest digest = sha256();
        digest.update(String.valueOf(seed).getBytes(StandardCharsets.UTF_8));
        for (String text : texts) {
            digest.update((byte) 0);
            digest.update(text.getBytes(StandardCharsets.UTF_8));
        }
        return new Dice(ByteBuffer.wrap(digest.digest()).getLong());
    }

    /** 0 to {@code bound − 1}. */
    public int below(int bound) {
        return random.nextInt(bound);
    }

    public double between(double low, double high) {
        return low + (high - low) * random.nextDouble();
    }

    public boolean chance(double probability) {
        return random.nextDouble() < probability;
    }

    public <T> T pick(List<T> choices) {
        return choices.get(below(choices.size()));
    }

    public <T> List<T> shuffled(List<T> things) {
        List<T> copy = new ArrayList<>(things);
        Collections.shuffle(copy, random);
        return copy;
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
