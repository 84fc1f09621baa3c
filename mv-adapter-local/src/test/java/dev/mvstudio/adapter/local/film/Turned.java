package dev.mvstudio.adapter.local.film;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** Clips as a telephone held upright makes them: the pictures lie, and the header says so. */
final class Turned {
    private Turned() {}

    static byte[] byQuarter(byte[] clip) {
        byte[] turned = clip.clone();
        int tkhd = new String(clip, StandardCharsets.ISO_8859_1).indexOf("tkhd");
        ByteBuffer matrix = ByteBuffer.wrap(turned, tkhd + 4 + 40, 36);
        for (int value : new int[] {0, 0x10000, 0, -0x10000, 0, 0, 180 << 16, 0, 0x40000000}) {
            matrix.putInt(value);
        }
        return turned;
    }
}
