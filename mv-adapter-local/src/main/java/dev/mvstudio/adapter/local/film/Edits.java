package dev.mvstudio.adapter.local.film;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;

/**
 * What an edit list says.
 *
 * @param shown how much of the track is shown; empty when all of it is
 * @param skipped what is not shown at the start
 */
record Edits(Optional<Duration> shown, Duration skipped) {
    private static final Edits NONE = new Edits(Optional.empty(), Duration.ZERO);

    static Edits read(FileBytes file, Box trak, long movieTimescale, long timescale) throws IOException {
        Optional<Box> found = trak.find(file, "edts", "elst");
        if (found.isEmpty()) {
            return NONE;
        }
        Box elst = found.get();
        boolean wide = file.u8(elst.from()) == 1;
        long count = Math.min(file.u32(elst.from() + 4), elst.length() / 12);
        long shown = 0;
        long skipped = 0;
        for (long i = 0; i < count; i++) {
            long at = elst.from() + 8 + i * (wide ? 20 : 12);
            shown += wide ? file.u64(at) : file.u32(at);
            long start = wide ? file.u64(at + 8) : (int) file.u32(at + 4);
            skipped = i == 0 && start > 0 ? start : skipped;
        }
        return new Edits(
                shown == 0 ? Optional.empty() : Optional.of(Mp4.seconds(shown, movieTimescale)),
                Mp4.seconds(skipped, timescale));
    }
}
