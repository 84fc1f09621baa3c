package dev.mvstudio.adapter.local.film;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Looks whether the pictures of an MP4 file are where its tables say, and made as H.264 is. That finds content that was
 * cut, overwritten or never written, at a few reads a picture and without decoding.
 */
public final class Mp4Samples {
    /** More than two hours; longer tables are believed. */
    private static final int MOST = 500_000;

    private final FileBytes tables;
    private final FileBytes media;
    private final Box sizes;
    private final int lengthBytes;

    private Mp4Samples(FileBytes tables, FileBytes media, Box stbl) throws IOException {
        this.tables = tables;
        this.media = media;
        this.sizes = stbl.need(tables, "stsz");
        this.lengthBytes = lengthBytes(tables, stbl);
    }

    /**
     * Looks through the first picture track.
     *
     * @throws IOException when something is wrong; the message says what
     */
    public static void check(Path file) throws IOException {
        try (FileBytes tables = FileBytes.open(file);
                FileBytes media = FileBytes.open(file)) {
            Box all = new Box("file", 0, tables.length());
            for (Box trak : all.need(tables, "moov").children(tables)) {
                if (trak.type().equals("trak")
                        && tables.fourcc(trak.need(tables, "mdia", "hdlr").from() + 8)
                                .equals("vide")) {
                    Box stbl = trak.need(tables, "mdia", "minf", "stbl");
                    new Mp4Samples(tables, media, stbl).check(stbl);
                    return;
                }
            }
        }
    }

    /** 0 for other codecs than H.264. */
    private static int lengthBytes(FileBytes tables, Box stbl) throws IOException {
        Box stsd = stbl.need(tables, "stsd");
        for (Box entry : Box.between(tables, stsd.from() + 8, stsd.to())) {
            if (entry.type().equals("avc1") && entry.length() > 78) {
                Optional<Box> avcc = Box.between(tables, entry.from() + 78, entry.to()).stream()
                        .filter(b -> b.type().equals("avcC"))
                        .findFirst();
                return avcc.isPresent() ? (tables.u8(avcc.get().from() + 4) & 3) + 1 : 0;
            }
        }
        return 0;
    }

    private void check(Box stbl) throws IOException {
        long count = tables.u32(sizes.from() + 8);
        if (tables.u32(sizes.from() + 4) != 0 || count > MOST) {
            return;
        }
        Box runs = stbl.need(tables, "stsc");
        long runCount = tables.u32(runs.from() + 4);
        Optional<Box> narrow = stbl.find(tables, "stco");
        Box chunks = narrow.isPresent() ? narrow.get() : stbl.need(tables, "co64");
        long chunkCount = tables.u32(chunks.from() + 4);
        long run = 0;
        long sample = 0;
        for (long chunk = 0; chunk < chunkCount && sample < count; chunk++) {
            if (run + 1 < runCount && tables.u32(runs.from() + 8 + 12 * (run + 1)) == chunk + 1) {
                run++;
            }
            long inChunk = Math.min(tables.u32(runs.from() + 12 + 12 * run), count - sample);
            long at = narrow.isPresent()
                    ? tables.u32(chunks.from() + 8 + 4 * chunk)
                    : tables.u64(chunks.from() + 8 + 8 * chunk);
            checkChunk(sample, inChunk, at);
            sample += inChunk;
        }
    }

    private void checkChunk(long first, long count, long from) throws IOException {
        long at = from;
        for (long sample = first; sample < first + count; sample++) {
            long size = tables.u32(sizes.from() + 12 + 4 * sample);
            if (at < 0 || at > media.length() - size) {
                throw new IOException("it is cut off: picture " + (sample + 1) + " is not there");
            }
            if (lengthBytes > 0) {
                checkUnits(sample, at, at + size);
            }
            at += size;
        }
    }

    /** Each unit begins with its length, and then with a bit that is never set. */
    private void checkUnits(long sample, long from, long to) throws IOException {
        long at = from;
        while (at < to) {
            long length = 0;
            for (int i = 0; i < lengthBytes; i++) {
                length = (length << 8) | media.u8(at + i);
            }
            at += lengthBytes;
            if (length <= 0 || length > to - at || media.u8(at) > 0x7f) {
                throw new IOException("it is damaged: picture " + (sample + 1) + " is none");
            }
            at += length;
        }
    }
}
