package dev.mvstudio.domain.film;

import java.nio.file.Path;
import java.time.Duration;

/**
 * A picture in a slideshow.
 *
 * @param name what the caller calls it, for messages
 * @param picture where it is: a PNG, JPEG or WebP
 * @param length how long it is shown
 */
public record Slide(String name, Path picture, Duration length) {}
