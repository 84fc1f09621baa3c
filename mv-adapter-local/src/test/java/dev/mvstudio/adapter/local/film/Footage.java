package dev.mvstudio.adapter.local.film;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Clips and sounds, made by FFmpeg: plain colours and single tones, so that a film can be told apart by looking. */
public final class Footage {
    private Footage() {}

    /** What a clip is like; change what matters. */
    public record Shot(String color, String size, String rate, double seconds, int tone, String encoder) {
        public static Shot of(String color) {
            return new Shot(color, "320x180", "24", 1, 440, "-c:v libx264 -crf 30 -pix_fmt yuv420p -c:a aac");
        }

        public Shot size(String other) {
            return new Shot(color, other, rate, seconds, tone, encoder);
        }

        public Shot rate(String other) {
            return new Shot(color, size, other, seconds, tone, encoder);
        }

        public Shot seconds(double other) {
            return new Shot(color, size, rate, other, tone, encoder);
        }

        /** 0 for no sound. */
        public Shot tone(int other) {
            return new Shot(color, size, rate, seconds, other, encoder);
        }

        public Shot encoder(String other) {
            return new Shot(color, size, rate, seconds, tone, other);
        }

        public Path in(Path folder, String name) {
            List<String> args = new ArrayList<>(
                    List.of("-f", "lavfi", "-i", "color=c=" + color + ":s=" + size + ":r=" + rate + ":d=" + seconds));
            if (tone > 0) {
                args.addAll(List.of(
                        "-f",
                        "lavfi",
                        "-i",
                        "sine=f=" + tone + ":r=48000:d=" + seconds,
                        "-af",
                        "volume=6dB",
                        "-ac",
                        "2"));
            }
            args.addAll(List.of(encoder.split(" ")));
            return make(folder.resolve(name), args);
        }
    }

    public static Path sound(Path folder, String name, double seconds, String... encoder) {
        List<String> args =
                new ArrayList<>(List.of("-f", "lavfi", "-i", "sine=f=1000:r=44100:d=" + seconds, "-af", "volume=6dB"));
        args.addAll(List.of(encoder));
        return make(folder.resolve(name), args);
    }

    public static Path picture(Path folder, String name, String size) {
        return make(
                folder.resolve(name),
                new ArrayList<>(List.of("-f", "lavfi", "-i", "testsrc=s=" + size, "-frames:v", "1")));
    }

    private static Path make(Path file, List<String> args) {
        args.add(file.toString());
        TestFfmpeg.get().run(args, null, x -> {});
        return file;
    }
}
