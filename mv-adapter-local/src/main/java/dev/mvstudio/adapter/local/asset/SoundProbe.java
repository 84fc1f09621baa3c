package dev.mvstudio.adapter.local.asset;

import dev.mvstudio.adapter.local.film.Ffmpeg;
import dev.mvstudio.adapter.local.film.FileBytes;
import dev.mvstudio.adapter.local.film.Inputs;
import dev.mvstudio.adapter.local.film.MediaFacts;
import dev.mvstudio.domain.asset.InvalidMediaException;
import dev.mvstudio.domain.asset.MediaInfo;
import dev.mvstudio.domain.asset.MediaType;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Looks into sound by decoding it, as headers often do not say how long it is, and never whether all of it is there. */
final class SoundProbe {
    private static final Map<String, MediaType> FORMATS = Map.of(
            "mp3", MediaType.MP3,
            "wav", MediaType.WAV,
            "aac", MediaType.AAC,
            "flac", MediaType.FLAC,
            "ogg", MediaType.OGG,
            "mov,mp4,m4a,3gp,3g2,mj2", MediaType.M4A);

    private static final Duration TOLERATED = Duration.ofMillis(500);

    private final Ffmpeg ffmpeg;

    SoundProbe(Ffmpeg ffmpeg) {
        this.ffmpeg = ffmpeg;
    }

    MediaInfo probe(Path file) throws IOException {
        checkWave(file);
        List<String> args = new ArrayList<>(Inputs.of(file));
        args.addAll(List.of("-map", "0:a:0", "-f", "null", "-"));
        List<String> log = ffmpeg.look(args).log();
        MediaFacts facts = MediaFacts.of(log);
        String format = facts.format();
        MediaType type = format == null ? null : FORMATS.get(format);
        Duration decoded = MediaFacts.decoded(log);
        if (type == null || facts.audio() == null || decoded == null || !decoded.isPositive()) {
            throw new InvalidMediaException("it is damaged, or no sound");
        }
        Duration said = facts.duration();
        if (said != null && !facts.estimated() && decoded.plus(TOLERATED).compareTo(said) < 0) {
            throw new InvalidMediaException(
                    "it is cut off: " + seconds(decoded) + " of " + seconds(said) + " are there");
        }
        return new MediaInfo(type, null, said == null || facts.estimated() ? decoded : said, true);
    }

    /** FFmpeg takes a WAV file that is cut off for a shorter one. Both ends of the range stand for "not known". */
    private static void checkWave(Path file) throws IOException {
        try (FileBytes bytes = FileBytes.open(file)) {
            if (bytes.has(0, "RIFF")) {
                long size = bytes.u32le(4);
                if (size != 0 && size != 0xffffffffL && size + 8 > bytes.length()) {
                    throw new IOException(
                            "it is cut off: " + bytes.length() + " of " + (size + 8) + " bytes are there");
                }
            }
        }
    }

    private static String seconds(Duration length) {
        return length.toMillis() / 1000.0 + " s";
    }
}
