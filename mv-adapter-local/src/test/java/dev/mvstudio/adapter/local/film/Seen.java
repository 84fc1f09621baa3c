package dev.mvstudio.adapter.local.film;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.assertj.core.data.Offset;

/** A finished film, looked at and listened to by decoding it. */
record Seen(Path film) {
    private static final Pattern FRAMES = Pattern.compile("frame= *(\\d+)");
    private static final Pattern VOLUME = Pattern.compile("mean_volume: (-?[0-9.]+|-inf) dB");

    /** By decoding all of it, without an error. */
    long frames() {
        List<String> log = run("-v", "info", "-xerror", "-i", film.toString(), "-map", "0:v", "-f", "null", "-");
        Matcher last = null;
        for (String line : log) {
            Matcher m = FRAMES.matcher(line);
            last = m.find() ? m : last;
        }
        assertThat(last).isNotNull();
        return Long.parseLong(last.group(1));
    }

    Mp4 headers() {
        try {
            return Mp4.read(film);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    void lasts(double seconds) {
        assertThat(headers().duration().toNanos() / 1e9).as("picture").isCloseTo(seconds, Offset.offset(0.042));
        Mp4Track audio = headers().audio();
        if (audio != null) {
            assertThat(audio.duration().toNanos() / 1e9).as("sound").isCloseTo(seconds, Offset.offset(0.042));
        }
    }

    /** One picture in H.264, at most one sound in AAC, the table first, time never running backwards. */
    void isProper() {
        List<String> streams = run("-i", film.toString(), "-f", "null", "-").stream()
                .takeWhile(line -> !line.startsWith("Output"))
                .filter(line -> line.contains("Stream #0:") && !line.contains("->"))
                .toList();
        assertThat(streams).hasSizeBetween(1, 2);
        assertThat(streams.get(0)).contains("Video: h264", "yuv420p");
        if (streams.size() == 2) {
            assertThat(streams.get(1)).contains("Audio: aac");
        }
        try (FileBytes bytes = FileBytes.open(film)) {
            assertThat(Box.between(bytes, 0, bytes.length()).stream().map(Box::type))
                    .containsSubsequence("ftyp", "moov", "mdat");
            assertMonotonic();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private void assertMonotonic() throws IOException {
        Path packets = film.resolveSibling(film.getFileName() + ".crc");
        run("-i", film.toString(), "-map", "0", "-c", "copy", "-f", "framecrc", packets.toString());
        Map<String, Long> before = new HashMap<>();
        for (String line : Files.readAllLines(packets)) {
            if (!line.startsWith("#")) {
                String[] cells = line.split(", *");
                long dts = Long.parseLong(cells[1].strip());
                Long last = before.put(cells[0], dts);
                assertThat(last == null || last < dts).as(line).isTrue();
            }
        }
        Files.delete(packets);
    }

    /** The colour in the middle, or at another place of the frame given as {@code x:y}. */
    String color(double at) {
        return color(at, "iw/2:ih/2");
    }

    String color(double at, String place) {
        Path raw = film.resolveSibling(film.getFileName() + ".raw");
        run(
                "-i",
                film.toString(),
                "-ss",
                "" + at,
                "-frames:v",
                "1",
                "-vf",
                "crop=2:2:" + place + ",scale=1:1,format=rgb24",
                "-f",
                "rawvideo",
                raw.toString());
        try {
            byte[] rgb = Files.readAllBytes(raw);
            Files.delete(raw);
            List<String> name = new ArrayList<>();
            for (int i = 0; i < 3; i++) {
                int value = rgb[i] & 0xff;
                name.add(value > 200 ? "full" : value < 50 ? "no" : "half");
            }
            return String.join(" ", name);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    /** In dB, of the frequencies around a tone; −91 for silence. */
    double volume(double from, double seconds, int tone) {
        String narrow = "bandpass=f=" + tone + ":width_type=h:w=50,";
        String heard = "atrim=" + from + ":" + (from + seconds) + "," + narrow + narrow + "volumedetect";
        List<String> log = run("-i", film.toString(), "-af", heard, "-vn", "-f", "null", "-");
        Matcher m = VOLUME.matcher(String.join("\n", log));
        assertThat(m.find()).as(String.join("\n", log)).isTrue();
        return m.group(1).equals("-inf") ? -91 : Double.parseDouble(m.group(1));
    }

    private static List<String> run(String... args) {
        return TestFfmpeg.get().run(List.of(args), null, x -> {}).log();
    }

    static double seconds(Duration length) {
        return length.toNanos() / 1e9;
    }
}
