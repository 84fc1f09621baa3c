package dev.mvstudio.adapter.local.film;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/** How files are given to FFmpeg. */
public final class Inputs {
    /** A playlist that passes for a clip must not make it open other files. */
    private static final String FORMATS = "mov,mp3,wav,aac,flac,ogg";

    private Inputs() {}

    /** A stored clip or sound. */
    public static List<String> of(Path file) {
        return List.of("-format_whitelist", FORMATS, "-i", file.toAbsolutePath().toString());
    }

    /** Files to be read one after the other, each for exactly so long; what is longer than that is left out. */
    static <T> List<String> oneAfterTheOther(
            Path list, List<T> files, Function<T, Path> file, Function<T, Duration> length) throws IOException {
        String text = files.stream()
                .map(f -> "file '" + file.apply(f).toAbsolutePath().toString().replace("'", "'\\''") + "'\nduration "
                        + Seconds.exact(length.apply(f)) + "\noutpoint " + Seconds.exact(length.apply(f)) + "\n")
                .collect(Collectors.joining());
        Files.writeString(list, "ffconcat version 1.0\n" + text);
        return List.of("-f", "concat", "-safe", "0", "-i", list.toString());
    }
}
