package dev.mvstudio.adapter.local.asset;

import dev.mvstudio.adapter.local.film.FileBytes;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the first bytes of a file make it pass for. */
enum Signature {
    PNG,
    JPEG,
    WEBP,
    /** MP4 or M4A. */
    ISO_MEDIA,
    SOUND,
    UNKNOWN;

    private static final Set<String> OTHER_BRANDS =
            Set.of("qt  ", "heic", "heix", "heif", "hevc", "mif1", "msf1", "avif", "avis", "crx ");

    /** For a message that helps; in the order in which they are looked for. */
    private static final List<Map.Entry<String, String>> OTHERS = List.of(
            Map.entry("GIF8", "a GIF"),
            Map.entry("BM", "a BMP"),
            Map.entry("II*\0", "a TIFF"),
            Map.entry("MM\0*", "a TIFF"),
            Map.entry("%PDF", "a PDF"),
            Map.entry("PK\3\4", "a ZIP archive"),
            Map.entry("\u001aE\u00df\u00a3", "a Matroska or WebM video"),
            Map.entry("#EXTM3U", "a playlist"),
            Map.entry("{", "JSON"));

    static Signature of(FileBytes file) throws IOException {
        if (file.has(0, "\u0089PNG\r\n\u001a\n")) {
            return PNG;
        }
        if (file.has(0, "\u00ff\u00d8\u00ff")) {
            return JPEG;
        }
        if (file.has(0, "RIFF")) {
            return file.has(8, "WEBP") ? WEBP : file.has(8, "WAVE") ? SOUND : UNKNOWN;
        }
        if (file.has(4, "ftyp")) {
            return file.length() > 12 && OTHER_BRANDS.contains(file.fourcc(8)) ? UNKNOWN : ISO_MEDIA;
        }
        return file.has(0, "ID3") || file.has(0, "fLaC") || file.has(0, "OggS") || isMpegSound(file) ? SOUND : UNKNOWN;
    }

    /** Eleven set bits, and a sampling rate that exists. */
    private static boolean isMpegSound(FileBytes file) throws IOException {
        return file.length() > 4 && (file.u16(0) & 0xffe0) == 0xffe0 && (file.u8(2) & 0xf0) != 0xf0;
    }

    /** What it looks like instead; null when there is no telling. */
    static @Nullable String guess(FileBytes file) throws IOException {
        for (Map.Entry<String, String> other : OTHERS) {
            if (file.has(0, other.getKey())) {
                return other.getValue();
            }
        }
        if (file.has(4, "ftyp")) {
            return file.has(8, "qt  ") ? "a QuickTime film" : "a HEIC or AVIF picture";
        }
        String start = start(file);
        if (start.contains("<svg")) {
            return "an SVG drawing";
        }
        return start.stripLeading().startsWith("<") ? "an HTML or XML page" : null;
    }

    private static String start(FileBytes file) throws IOException {
        byte[] bytes = file.bytes(0, (int) Math.min(512, file.length()));
        return new String(bytes, StandardCharsets.ISO_8859_1).toLowerCase(Locale.ROOT);
    }
}
