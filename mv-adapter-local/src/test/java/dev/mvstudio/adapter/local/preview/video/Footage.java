package dev.mvstudio.adapter.local.preview.video;

import dev.mvstudio.adapter.local.film.TestFfmpeg;
import java.awt.Color;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** What FFmpeg finds in a clip. */
record Footage(Path file, int width, int height) {
    /** The lines about its streams. */
    List<String> streams() {
        return TestFfmpeg.get().look(List.of("-i", file.toString())).log().stream()
                .map(String::strip)
                .filter(line -> line.startsWith("Stream #"))
                .toList();
    }

    /** The brightness of all its pixels, frame by frame. */
    byte[] grey() {
        return decoded("-map", "0:v", "-vsync", "0", "-pix_fmt", "gray", "-f", "rawvideo");
    }

    int frames() {
        return grey().length / (width * height);
    }

    byte[] frame(int number) {
        int size = width * height;
        return java.util.Arrays.copyOfRange(grey(), number * size, (number + 1) * size);
    }

    /** Of one pixel of a frame. */
    Color colour(int number, int x, int y) {
        byte[] frames = decoded("-map", "0:v", "-vsync", "0", "-pix_fmt", "rgb24", "-f", "rawvideo");
        int at = 3 * ((number * height + y) * width + x);
        return new Color(frames[at] & 0xff, frames[at + 1] & 0xff, frames[at + 2] & 0xff);
    }

    /** Its sound: 16 bits, stereo. */
    byte[] sound() {
        return decoded("-map", "0:a", "-f", "s16le");
    }

    private byte[] decoded(String... how) {
        try {
            Path raw = Files.createTempFile(file.getParent(), "decoded", ".raw");
            List<String> args = new ArrayList<>(List.of("-i", file.toString()));
            args.addAll(List.of(how));
            args.add(raw.toString());
            TestFfmpeg.get().run(args, null, progress -> {});
            return Files.readAllBytes(raw);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    /** Whether a player can begin before it has all of the file. */
    boolean startsFast() throws IOException {
        String bytes = Files.readString(file, StandardCharsets.ISO_8859_1);
        return bytes.indexOf("moov") < bytes.indexOf("mdat");
    }

    /** The mean of the squared differences of neighbours in some rows: high where there are letters. */
    static double contrast(byte[] frame, int width, int fromRow, int toRow) {
        double sum = 0;
        for (int i = fromRow * width + 1; i < toRow * width; i++) {
            int difference = (frame[i] & 0xff) - (frame[i - 1] & 0xff);
            sum += difference * difference;
        }
        return sum / ((toRow - fromRow) * width);
    }

    /** The mean difference of two frames. */
    static double difference(byte[] a, byte[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += Math.abs((a[i] & 0xff) - (b[i] & 0xff));
        }
        return sum / a.length;
    }
}
