package dev.mvstudio.cli.character;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What image models may draw. */
public final class DrawingOptions {
    @Option(
            names = "--safety-filter-level",
            paramLabel = "WORD",
            description = "The image model's own word for its filter.")
    @Nullable
    String safetyFilterLevel;

    @Option(
            names = "--person-generation",
            paramLabel = "WORD",
            description = "The image model's own word for whether it draws people.")
    @Nullable
    String personGeneration;

    public @Nullable String safetyFilterLevel() {
        return safetyFilterLevel;
    }

    public @Nullable String personGeneration() {
        return personGeneration;
    }
}
