package dev.mvstudio.adapter.local.film;

import java.io.IOException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Optional;

/**
 * One track of an MP4 file.
 *
 * @param handler {@code vide}, {@code soun} or something else
 * @param codec the four characters of its samples: {@code avc1}, {@code mp4a} …
 * @param config all that a decoder is told, in a form that is only good for comparing
 * @param timescale its ticks a second
 * @param frameTicks how long most of its samples are
 * @param duration as it is shown
 * @param skipped what an edit list says not to show at the start, such as an encoder's priming
 * @param width in pixels as it is shown; 0 for sound
 * @param height in pixels as it is shown; 0 for sound
 */
public record Mp4Track(
        String handler,
        String codec,
        String config,
        long timescale,
        long frameTicks,
        Duration duration,
        Duration skipped,
        int width,
        int height) {
    private static final int MOST_CONFIG = 64 * 1024;

    static Mp4Track read(FileBytes file, Box trak, long movieTimescale) throws IOException {
        Box mdia = trak.need(file, "mdia");
        String handler = file.fourcc(mdia.need(file, "hdlr").from() + 8);
        Box mdhd = mdia.need(file, "mdhd");
        boolean wide = file.u8(mdhd.from()) == 1;
        long timescale = positive(file.u32(mdhd.from() + (wide ? 20 : 12)));
        long ticks = wide ? file.u64(mdhd.from() + 24) : file.u32(mdhd.from() + 16);
        Box stbl = mdia.need(file, "minf", "stbl");
        checkChunks(file, stbl);
        Box entry = sampleEntry(file, stbl);
        boolean video = handler.equals("vide");
        Edits edits = Edits.read(file, trak, movieTimescale, timescale);
        Duration whole = Mp4.seconds(ticks, timescale).minus(edits.skipped());
        boolean turned = video && isTurned(file, trak.need(file, "tkhd"));
        int width = video ? file.u16(entry.from() + 24) : 0;
        int height = video ? file.u16(entry.from() + 26) : 0;
        return new Mp4Track(
                handler,
                entry.type(),
                config(file, entry, video) + (turned ? "turned" : ""),
                timescale,
                frameTicks(file, stbl),
                edits.shown().orElse(whole),
                edits.skipped(),
                turned ? height : width,
                turned ? width : height);
    }

    /** The same, of a length that is known from elsewhere. */
    Mp4Track lasting(Duration length) {
        return new Mp4Track(handler, codec, config, timescale, frameTicks, length, skipped, width, height);
    }

    private static long positive(long timescale) throws IOException {
        if (timescale == 0) {
            throw new IOException("it is damaged: it has no clock");
        }
        return timescale;
    }

    private static Box sampleEntry(FileBytes file, Box stbl) throws IOException {
        Box stsd = stbl.need(file, "stsd");
        return Box.between(file, stsd.from() + 8, stsd.to()).stream()
                .findFirst()
                .orElseThrow(() -> new IOException("it is damaged: it does not say what its samples are"));
    }

    /** Rotated by a quarter, to either side. */
    private static boolean isTurned(FileBytes file, Box tkhd) throws IOException {
        long matrix = tkhd.from() + (file.u8(tkhd.from()) == 1 ? 52 : 40);
        return file.u32(matrix) == 0 && file.u32(matrix + 4) != 0;
    }

    /** Without bit rates, which differ between clips that are the same otherwise. */
    private static String config(FileBytes file, Box entry, boolean video) throws IOException {
        long fixed = video ? 78 : 28;
        StringBuilder config = new StringBuilder(entry.type());
        config.append(
                video
                        ? HexFormat.of().formatHex(file.bytes(entry.from() + 24, 4))
                        : HexFormat.of().formatHex(file.bytes(entry.from() + 16, 12)));
        for (Box box : Box.between(file, Math.min(entry.from() + fixed, entry.to()), entry.to())) {
            if (!box.type().equals("btrt") && box.length() < MOST_CONFIG) {
                byte[] told = box.type().equals("esds")
                        ? Esds.decoderConfig(file, box)
                        : file.bytes(box.from(), (int) box.length());
                config.append(' ').append(box.type()).append(HexFormat.of().formatHex(told));
            }
        }
        return config.toString();
    }

    /** The length of most samples; 0 when there are none. */
    private static long frameTicks(FileBytes file, Box stbl) throws IOException {
        Box stts = stbl.need(file, "stts");
        long entries = file.u32(stts.from() + 4);
        long most = 0;
        long ticks = 0;
        for (long i = 0; i < entries; i++) {
            long count = file.u32(stts.from() + 8 + 8 * i);
            if (count > most) {
                most = count;
                ticks = file.u32(stts.from() + 12 + 8 * i);
            }
        }
        return ticks;
    }

    /** The last chunk begins within the file. */
    private static void checkChunks(FileBytes file, Box stbl) throws IOException {
        Optional<Box> narrow = stbl.find(file, "stco");
        Box chunks = narrow.isPresent() ? narrow.get() : stbl.need(file, "co64");
        long count = file.u32(chunks.from() + 4);
        if (count == 0) {
            return;
        }
        long last = narrow.isPresent()
                ? file.u32(chunks.from() + 8 + 4 * (count - 1))
                : file.u64(chunks.from() + 8 + 8 * (count - 1));
        if (last < 0 || last >= file.length()) {
            throw new IOException("it is cut off after " + file.length() + " bytes");
        }
    }
}
