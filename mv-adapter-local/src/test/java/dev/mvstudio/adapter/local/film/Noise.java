package dev.mvstudio.adapter.local.film;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Random;

/** Damage that headers do not show. */
final class Noise {
    private Noise() {}

    /** All that is in the mdat box is replaced. */
    static byte[] inMedia(byte[] clip) {
        byte[] noise = clip.clone();
        String text = new String(clip, StandardCharsets.ISO_8859_1);
        int from = text.indexOf("mdat") + 4;
        int moov = text.indexOf("moov");
        int to = moov > from ? moov - 4 : clip.length;
        byte[] random = new byte[to - from];
        new Random(1).nextBytes(random);
        System.arraycopy(random, 0, noise, from, random.length);
        return noise;
    }

    /** Long units stay long units, with other content. */
    static byte[] inPictures(byte[] clip) {
        byte[] noise = clip.clone();
        String text = new String(clip, StandardCharsets.ISO_8859_1);
        int at = text.indexOf("mdat") + 4;
        int moov = text.indexOf("moov");
        Random random = new Random(1);
        for (int units = 0; units < 3 && at + 4 < moov; units++) {
            int length = ByteBuffer.wrap(clip).getInt(at);
            for (int i = at + 5; i < at + 4 + length; i++) {
                noise[i] = (byte) random.nextInt(256);
            }
            at += 4 + length;
        }
        return noise;
    }
}
