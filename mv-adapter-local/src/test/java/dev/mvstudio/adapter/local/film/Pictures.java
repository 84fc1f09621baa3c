package dev.mvstudio.adapter.local.film;

import java.nio.file.Path;
import java.util.List;

/** Pictures of one colour, made by FFmpeg. */
final class Pictures {
    private Pictures() {}

    static Path of(String color, String size, Path file) {
        TestFfmpeg.get()
                .run(
                        List.of(
                                "-f",
                                "lavfi",
                                "-i",
                                "color=" + color + ":s=" + size,
                                "-frames:v",
                                "1",
                                "-update",
                                "1",
                                file.toString()),
                        null,
                        x -> {});
        return file;
    }
}
