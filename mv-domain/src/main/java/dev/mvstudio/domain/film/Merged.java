package dev.mvstudio.domain.film;

import java.util.List;

/**
 * How a film was joined.
 *
 * @param copied whether the picture was joined without encoding it again
 * @param warnings what the caller should know, such as a soundtrack that ends before the film
 */
public record Merged(boolean copied, List<String> warnings) {
    public Merged {
        warnings = List.copyOf(warnings);
    }
}
