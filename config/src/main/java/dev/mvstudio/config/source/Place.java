package dev.mvstudio.config.source;

/**
 * Where a value stands, for messages: {@code settings.yaml:3:7}, {@code .env:3} or {@code MV_PORT}.
 *
 * @param source a file or a variable
 * @param line from 1; 0 for the whole source
 * @param column from 1; 0 for the whole line
 */
public record Place(String source, int line, int column) {
    /** The whole of a file or variable. */
    public static Place of(String source) {
        return new Place(source, 0, 0);
    }

    @Override
    public String toString() {
        return source + (line > 0 ? ":" + line : "") + (column > 0 ? ":" + column : "");
    }
}
