package dev.mvstudio.domain.asset;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Width to height, as callers write it: {@code 16:9}. Each side is 1–99. */
public record AspectRatio(int width, int height) {
    private static final Pattern FORM = Pattern.compile("([1-9][0-9]?):([1-9][0-9]?)");

    public AspectRatio {
        if (width < 1 || height < 1 || width > 99 || height > 99) {
            throw new IllegalArgumentException("an aspect ratio's sides are 1 to 99: " + width + ":" + height);
        }
    }

    /** Empty when the text is not of the form {@code 16:9}. */
    public static Optional<AspectRatio> parse(String text) {
        Matcher m = FORM.matcher(text);
        return m.matches()
                ? Optional.of(new AspectRatio(Integer.parseInt(m.group(1)), Integer.parseInt(m.group(2))))
                : Optional.empty();
    }

    /** The frame of this ratio whose shorter side has the given number of pixels; both sides even, as H.264 wants. */
    public FrameSize frameOfShortSide(int pixels) {
        return width >= height
                ? new FrameSize(even((double) pixels * width / height), even(pixels))
                : new FrameSize(even(pixels), even((double) pixels * height / width));
    }

    private static int even(double pixels) {
        return (int) Math.round(pixels / 2) * 2;
    }

    @Override
    public String toString() {
        return width + ":" + height;
    }
}
