package dev.mvstudio.adapter.local.asset;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.mvstudio.domain.asset.StorageException;
import dev.mvstudio.domain.asset.StorageException.Fault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/** A name in a file of the store, by which two ways to one folder are told from two folders. It never changes. */
final class StoreName {
    private static final Pattern NAME = Pattern.compile("[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    private final Layout layout;
    private final Disk disk;
    private final Commits commits;

    StoreName(Layout layout, Disk disk, Commits commits) {
        this.layout = layout;
        this.disk = disk;
        this.commits = commits;
    }

    /** Made by whoever asks first, and on disk when it is told. */
    String get() throws IOException {
        Optional<String> there = read();
        return there.isPresent() ? there.get() : commits.exclusively(this::make);
    }

    private String make() throws IOException {
        Optional<String> there = read();
        if (there.isEmpty()) {
            String name = UUID.randomUUID().toString();
            disk.write(layout.newName(), (name + "\n").getBytes(US_ASCII)); // all names are of one length
            disk.move(layout.newName(), layout.name());
            there = Optional.of(name);
        }
        disk.force(layout.root()); // whoever made it may have died before that
        return there.get();
    }

    private Optional<String> read() throws IOException {
        try {
            String name = Files.readString(layout.name(), US_ASCII).strip();
            if (!NAME.matcher(name).matches()) {
                throw new StorageException(
                        Fault.STORAGE_UNAVAILABLE, "the store's name in " + layout.name() + " was changed", null);
            }
            return Optional.of(name);
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
    }
}
