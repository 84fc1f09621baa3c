package dev.mvstudio.application.image;

import java.util.List;

/**
 * The order of an image sequence, as a file has it.
 *
 * @param keep whether what it makes never expires
 * @param warnings what counts for nothing here
 */
public record SequenceFile(GenerateImagesCommand command, boolean keep, List<String> warnings) {
    public SequenceFile {
        warnings = List.copyOf(warnings);
    }
}
