package dev.mvstudio.adapter.local.film;

import java.io.IOException;

/** The descriptor of MPEG-4 sound: nested, each part with a tag and a length of 7 bits a byte. */
final class Esds {
    private static final int STREAM = 3;
    private static final int DECODER = 4;
    private static final int SPECIFIC = 5;

    private Esds() {}

    /** The kind of sound and what is specific to it; not the bit rates in between. */
    static byte[] decoderConfig(FileBytes file, Box esds) throws IOException {
        long at = esds.from() + 4;
        int kind = 0;
        while (at + 2 <= esds.to()) {
            int tag = file.u8(at++);
            int length = 0;
            for (int more = 0x80; (more & 0x80) != 0 && at < esds.to(); ) {
                more = file.u8(at++);
                length = length << 7 | (more & 0x7f);
            }
            switch (tag) {
                case STREAM -> at += 3;
                case DECODER -> {
                    kind = file.u8(at);
                    at += 13;
                }
                case SPECIFIC -> {
                    byte[] config = new byte[1 + (int) Math.min(length, esds.to() - at)];
                    config[0] = (byte) kind;
                    System.arraycopy(file.bytes(at, config.length - 1), 0, config, 1, config.length - 1);
                    return config;
                }
                default -> at += length;
            }
        }
        return new byte[] {(byte) kind};
    }
}
