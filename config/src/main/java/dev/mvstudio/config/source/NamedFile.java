package dev.mvstudio.config.source;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** A file by itself. */
public final class NamedFile {
    private NamedFile() {}

    /**
     * What it says; nothing when it is missing or broken, which is a fault.
     *
     * @param shown what messages call it
     */
    public static Section section(Path file, String shown, Faults faults) {
        String text = text(file, shown, faults);
        Value.Mapping mapping =
                text == null ? Value.Mapping.unreadable(Place.of(shown)) : YamlFile.read(shown, text, faults);
        return new Section(mapping, null, null, "", faults);
    }

    /** Null when it cannot be read, which is a fault. */
    static @Nullable String text(Path file, String shown, Faults faults) {
        try {
            return Files.readString(file);
        } catch (CharacterCodingException e) {
            faults.add(Place.of(shown), "is not UTF-8 text");
        } catch (NoSuchFileException e) {
            faults.add(Place.of(shown), "there is no such file");
        } catch (IOException e) {
            faults.add(Place.of(shown), "cannot be read: " + e.getMessage());
        }
        return null;
    }
}
