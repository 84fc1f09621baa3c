package dev.mvstudio.adapter.local.film;

import dev.mvstudio.domain.film.MergeException;
import dev.mvstudio.domain.film.MergeException.Fault;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** A sound file, and how long it is. */
record Soundtrack(Path file, Duration length) {
    /** Throws INVALID_CLIP when it can't be used. */
    static Soundtrack read(Path path, Ffmpeg ffmpeg) {
        Path file = path.toAbsolutePath();
        if (!Files.isRegularFile(file)) {
            throw invalid("it is not there");
        }
        MediaFacts facts = MediaFacts.of(ffmpeg.look(Inputs.of(file)).log());
        if (facts.format() == null || facts.audio() == null) {
            throw invalid("it is damaged, or no sound");
        }
        Duration length = facts.estimated() || facts.duration() == null ? decoded(file, ffmpeg) : facts.duration();
        if (!length.isPositive()) {
            throw invalid("it lasts no time");
        }
        return new Soundtrack(file, length);
    }

    /** The only way when the headers do not say. */
    private static Duration decoded(Path file, Ffmpeg ffmpeg) {
        List<String> args = new ArrayList<>(Inputs.of(file));
        args.addAll(List.of("-map", "0:a:0", "-f", "null", "-"));
        Duration decoded = MediaFacts.decoded(ffmpeg.look(args).log());
        return decoded == null ? Duration.ZERO : decoded;
    }

    private static MergeException invalid(String why) {
        return new MergeException(Fault.INVALID_CLIP, "the soundtrack cannot be used: " + why);
    }
}
