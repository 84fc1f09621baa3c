package dev.mvstudio.adapter.local.preview.video;

import dev.mvstudio.domain.asset.FrameSize;
import dev.mvstudio.domain.video.VideoRequest;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/**
 * What a clip is made from, besides its reference picture: all that is needed to make it again.
 *
 * @param prompt what it shows
 * @param frame its size
 * @param seconds its length
 * @param audio whether it has a sound track
 * @param seed null lets the prompt decide alone
 */
record Clip(
        String prompt,
        FrameSize frame,
        int seconds,
        boolean audio,
        @Nullable Long seed) {
    static Clip of(VideoRequest request) {
        return new Clip(
                request.prompt(),
                request.aspectRatio().frameOfShortSide(request.resolution().lines()),
                (int) request.duration().toSeconds(),
                request.generateAudio(),
                request.seed());
    }

    int frames() {
        return seconds * ClipFormat.RATE;
    }

    Duration length() {
        return Duration.ofSeconds(seconds);
    }

    void write(Path file) throws IOException {
        Properties text = new Properties();
        text.setProperty("prompt", prompt);
        text.setProperty("width", String.valueOf(frame.width()));
        text.setProperty("height", String.valueOf(frame.height()));
        text.setProperty("seconds", String.valueOf(seconds));
        text.setProperty("audio", String.valueOf(audio));
        if (seed != null) {
            text.setProperty("seed", String.valueOf(seed));
        }
        try (OutputStream out = Files.newOutputStream(file)) {
            text.store(out, null);
        }
    }

    static Clip read(InputStream in) throws IOException {
        Properties text = new Properties();
        text.load(in);
        String seed = text.getProperty("seed");
        return new Clip(
                text.getProperty("prompt", ""),
                new FrameSize(number(text, "width"), number(text, "height")),
                number(text, "seconds"),
                Boolean.parseBoolean(text.getProperty("audio")),
                seed == null ? null : Long.valueOf(seed));
    }

    private static int number(Properties text, String name) throws IOException {
        try {
            return Integer.parseInt(text.getProperty(name, ""));
        } catch (NumberFormatException e) {
            throw new IOException("the spooled request has no " + name, e);
        }
    }
}
