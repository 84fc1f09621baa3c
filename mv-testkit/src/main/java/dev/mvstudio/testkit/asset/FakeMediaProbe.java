package dev.mvstudio.testkit.asset;

import dev.mvstudio.domain.asset.FrameSize;
import dev.mvstudio.domain.asset.InvalidMediaException;
import dev.mvstudio.domain.asset.MediaInfo;
import dev.mvstudio.domain.asset.MediaProbe;
import dev.mvstudio.domain.asset.MediaType;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/** Knows files by their first bytes and believes them: every clip is one second of 128x72 pixels with sound. */
public final class FakeMediaProbe implements MediaProbe {
    @Override
    public MediaInfo probe(Path file) {
        byte[] head = head(file);
        if (starts(head, 1, "PNG")) {
            return new MediaInfo(MediaType.PNG, new FrameSize(number(head, 16), number(head, 20)), null, false);
        }
        if (starts(head, 4, "ftyp")) {
            return new MediaInfo(MediaType.MP4, new FrameSize(128, 72), Duration.ofSeconds(1), true);
        }
        if (starts(head, 0, "RIFF") && starts(head, 8, "WAVE")) {
            return new MediaInfo(MediaType.WAV, null, Duration.ofSeconds(1), true);
        }
        if (starts(head, 0, "\u00ff\u00d8\u00ff")) {
            return new MediaInfo(MediaType.JPEG, new FrameSize(1, 1), null, false);
        }
        throw new InvalidMediaException("it is of no known format");
    }

    private static byte[] head(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            return in.readNBytes(24);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean starts(byte[] head, int offset, String text) {
        return new String(head, StandardCharsets.ISO_8859_1).startsWith(text, offset);
    }

    private static int number(byte[] head, int offset) {
        return ByteBuffer.wrap(head).getInt(offset);
    }
}
