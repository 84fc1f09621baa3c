package dev.mvstudio.adapter.local.film;

import java.time.Duration;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What {@code ffmpeg -i} says about a file.
 *
 * @param format the names of its format: {@code mp3}, {@code mov,mp4,m4a,3gp,3g2,mj2}; null when it can't be read
 * @param duration its length; null when it is not known
 * @param estimated whether the length is only guessed, from the bit rate
 * @param audio the codec of its first sound; null when it has none
 */
public record MediaFacts(
        @Nullable String format,
        @Nullable Duration duration,
        boolean estimated,
        @Nullable String audio) {
    private static final Pattern INPUT = Pattern.compile("^Input #0, (\\S+), from ");
    private static final Pattern DURATION = Pattern.compile("^ {2}Duration: (\\d+):(\\d\\d):(\\d\\d(?:\\.\\d+)?)");
    private static final Pattern AUDIO = Pattern.compile("^ {2,4}Stream #0:\\d+.*?: Audio: (\\w+)");
    private static final Pattern DECODED = Pattern.compile("time=(\\d+):(\\d\\d):(\\d\\d(?:\\.\\d+)?)");

    public static MediaFacts of(List<String> log) {
        String format = null;
        Duration duration = null;
        String audio = null;
        boolean estimated = false;
        for (String line : log) {
            Matcher input = INPUT.matcher(line);
            Matcher length = DURATION.matcher(line);
            Matcher sound = AUDIO.matcher(line);
            if (input.find() && format == null) {
                format = input.group(1);
            } else if (length.find() && duration == null) {
                duration = duration(length);
            } else if (sound.find() && audio == null) {
                audio = sound.group(1);
            }
            estimated |= line.contains("Estimating duration from bitrate");
        }
        return new MediaFacts(format, duration, estimated, audio);
    }

    /** How much was decoded, by the last line of statistics; null when there is none. */
    public static @Nullable Duration decoded(List<String> log) {
        Duration last = null;
        for (String line : log) {
            Matcher time = DECODED.matcher(line);
            while (time.find()) {
                last = duration(time);
            }
        }
        return last;
    }

    private static Duration duration(Matcher clock) {
        long minutes = Long.parseLong(clock.group(1)) * 60 + Long.parseLong(clock.group(2));
        return Duration.ofMinutes(minutes).plusNanos(Math.round(Double.parseDouble(clock.group(3)) * 1e9));
    }
}
