package dev.mvstudio.adapter.local.film;

import dev.mvstudio.domain.asset.FrameSize;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the headers of an MP4 file say. Reading them costs a few reads and no process.
 *
 * @param brand its major brand
 * @param video its first picture track
 * @param audio its first sound track
 * @param inFragments whether it is in pieces whose lengths are not in the headers
 */
public record Mp4(
        String brand, @Nullable Mp4Track video, @Nullable Mp4Track audio, boolean inFragments) {
    private static final int MOST_TRACKS = 32;

    /**
     * Reads the headers.
     *
     * @throws IOException when it is not an MP4 file, damaged, or shorter than it says; the message says which
     */
    public static Mp4 read(Path file) throws IOException {
        try (FileBytes bytes = FileBytes.open(file)) {
            return read(bytes);
        }
    }

    private static Mp4 read(FileBytes file) throws IOException {
        if (file.length() == 0) {
            throw new IOException("it is empty");
        }
        if (!file.has(4, "ftyp")) {
            throw new IOException("it is not an MP4 file");
        }
        List<Box> top = Box.between(file, 0, file.length());
        Box moov = first(top, "moov").orElseThrow(() -> new IOException("it is cut off: it has no table of contents"));
        if (top.stream().noneMatch(b -> b.type().equals("mdat"))) {
            throw new IOException("it is cut off: it has no content");
        }
        Box mvhd = moov.need(file, "mvhd");
        long timescale = file.u32(mvhd.from() + (file.u8(mvhd.from()) == 1 ? 20 : 12));
        List<Mp4Track> tracks = tracks(file, moov, timescale);
        return new Mp4(
                file.fourcc(top.get(0).from()),
                of("vide", tracks),
                of("soun", tracks),
                moov.find(file, "mvex").isPresent());
    }

    private static List<Mp4Track> tracks(FileBytes file, Box moov, long timescale) throws IOException {
        if (timescale == 0) {
            throw new IOException("it is damaged: it has no clock");
        }
        List<Mp4Track> tracks = new ArrayList<>();
        for (Box box : moov.children(file)) {
            if (box.type().equals("trak") && tracks.size() < MOST_TRACKS) {
                tracks.add(Mp4Track.read(file, box, timescale));
            }
        }
        return tracks;
    }

    private static Optional<Box> first(List<Box> boxes, String type) {
        return boxes.stream().filter(b -> b.type().equals(type)).findFirst();
    }

    private static @Nullable Mp4Track of(String handler, List<Mp4Track> tracks) {
        return tracks.stream()
                .filter(t -> t.handler().equals(handler))
                .findFirst()
                .orElse(null);
    }

    /** Its size as it is shown; null when it has no picture. */
    public @Nullable FrameSize frame() {
        return video == null || video.width() == 0 || video.height() == 0
                ? null
                : new FrameSize(video.width(), video.height());
    }

    /** Its length: that of the picture, else of the sound; zero when the headers do not say. */
    public Duration duration() {
        Mp4Track track = video == null ? audio : video;
        return track == null ? Duration.ZERO : track.duration();
    }

    /** Exact, also for long files and fast clocks. */
    static Duration seconds(long ticks, long timescale) {
        if (ticks < 0) {
            return Duration.ZERO;
        }
        BigInteger nanos = BigInteger.valueOf(ticks)
                .multiply(BigInteger.valueOf(1_000_000_000))
                .divide(BigInteger.valueOf(timescale));
        return nanos.bitLength() < Long.SIZE ? Duration.ofNanos(nanos.longValue()) : Duration.ZERO;
    }
}
