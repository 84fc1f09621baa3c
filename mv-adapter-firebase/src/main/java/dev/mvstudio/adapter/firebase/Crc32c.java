package dev.mvstudio.adapter.firebase;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.zip.CRC32C;

/** The checksum by which Google checks what it is given. */
final class Crc32c {
    private Crc32c() {}

    /** As Google writes it: four bytes, the highest first, in base64. */
    static String of(Path file) throws IOException {
        CRC32C crc = new CRC32C();
        byte[] buffer = new byte[128 * 1024];
        try (InputStream in = Files.newInputStream(file)) {
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                crc.update(buffer, 0, n);
            }
        }
        byte[] sum = ByteBuffer.allocate(4).putInt((int) crc.getValue()).array();
        return Base64.getEncoder().encodeToString(sum);
    }
}
