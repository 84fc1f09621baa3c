package dev.mvstudio.adapter.local.preview.spool;

import dev.mvstudio.domain.provider.SubmissionKey;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A folder with one folder for each submission. Entries and files appear whole or not at all, and vanish an hour after
 * their last change. Several processes may share one.
 */
public final class Spool {
    /** How long an entry is kept. */
    public static final Duration KEPT = Duration.ofHours(1);

    private static final Pattern KEY = Pattern.compile("[A-Za-z0-9-]{1,64}");
    private static final Pattern FILE = Pattern.compile("[a-z0-9]{1,20}(\\.[a-z0-9]{1,10})?");
    private static final String UNFINISHED = ".part";

    private final Path folder;
    private final Clock clock;

    public Spool(Path folder, Clock clock) {
        this.folder = folder;
        this.clock = clock;
    }

    /** Something that writes files into a folder. */
    @FunctionalInterface
    public interface Filling {
        void into(Path folder) throws IOException;
    }

    /** Whether a key has an entry. A name that is no key has none. */
    public boolean has(String key) {
        return KEY.matcher(key).matches() && Files.isDirectory(folder.resolve(key));
    }

    /** A file of an entry, which may not exist; names that could lead elsewhere are refused. */
    public Path file(String key, String name) {
        if (!KEY.matcher(key).matches() || !FILE.matcher(name).matches()) {
            throw new IllegalArgumentException("not a name of the spool");
        }
        return folder.resolve(key).resolve(name);
    }

    /** Makes the entry of a key, unless it has one already. */
    public void create(SubmissionKey key, Filling filling) throws IOException {
        Files.createDirectories(folder);
        Path draft = Files.createTempDirectory(folder, UNFINISHED);
        try {
            filling.into(draft);
            if (!has(key.value())) {
                Files.move(draft, folder.resolve(key.value()), StandardCopyOption.ATOMIC_MOVE);
            }
        } catch (FileAlreadyExistsException | DirectoryNotEmptyException e) {
            // Another process was faster, with the same request.
        } finally {
            delete(draft);
        }
    }

    /** A file to write next to an entry's others; {@link #publish} gives it its name. */
    public Path draft(String key) throws IOException {
        return Files.createTempFile(folder.resolve(key), UNFINISHED, "");
    }

    /** Gives a written file its name, at once. */
    public void publish(Path draft, String key, String name) throws IOException {
        Files.move(draft, file(key, name), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    /** @throws NoSuchFileException when it is not there, or not any more */
    public InputStream open(String key, String name) throws IOException {
        return Files.newInputStream(file(key, name));
    }

    /** Removes what is older than an hour, except what is in use. */
    public void sweep(Predicate<String> inUse) {
        Instant eldest = clock.instant().minus(KEPT);
        for (Path entry : entries(folder)) {
            if (!inUse.test(String.valueOf(entry.getFileName())) && isOlder(entry, eldest)) {
                delete(entry);
            }
        }
    }

    private static boolean isOlder(Path entry, Instant eldest) {
        try {
            return Files.getLastModifiedTime(entry).toInstant().isBefore(eldest);
        } catch (NoSuchFileException e) {
            return false;
        } catch (IOException e) {
            throw new UncheckedIOException("looking at the age of a spool entry", e);
        }
    }

    private static List<Path> entries(Path folder) {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.toList();
        } catch (NoSuchFileException e) {
            return List.of();
        } catch (IOException e) {
            throw new UncheckedIOException("listing the spool", e);
        }
    }

    /** What cannot be deleted now is deleted by a later sweep. */
    private static void delete(Path entry) {
        if (!Files.exists(entry)) {
            return;
        }
        try (Stream<Path> files = Files.walk(entry)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException | UncheckedIOException e) {
            System.getLogger(Spool.class.getName()).log(System.Logger.Level.DEBUG, "a spool entry is in use", e);
        }
    }
}
