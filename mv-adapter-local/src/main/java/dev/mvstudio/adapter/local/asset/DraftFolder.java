package dev.mvstudio.adapter.local.asset;

import dev.mvstudio.domain.asset.Draft;
import dev.mvstudio.domain.asset.MediaType;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The drafts. Each has a name, a lock file {@code <name>.lock} that is locked as long as its process lives, and
 * whatever else starts with its name: the file itself, and what its writer puts next to it while working.
 */
record DraftFolder(Path folder) {
    private static final String LOCK = ".lock";

    /**
     * Names of this JVM's drafts. Their lock files must not be opened here again: on some systems closing one gives all
     * of the process's locks on it back.
     */
    private static final Set<String> OURS = ConcurrentHashMap.newKeySet();

    /**
     * A new one.
     *
     * @param type decides the file's extension; null for none
     */
    Draft create(@Nullable MediaType type) throws IOException {
        while (true) {
            String name = UUID.randomUUID().toString();
            FileChannel lock = lockNew(name);
            if (lock != null) {
                String extension = type == null ? "" : "." + type.extension();
                return new LocalDraft(this, name, folder.resolve(name + ".part" + extension), lock);
            }
        }
    }

    /** Null when a sweep took it for an abandoned one before it was locked. */
    private @Nullable FileChannel lockNew(String name) throws IOException {
        Path file = folder.resolve(name + LOCK);
        OURS.add(name);
        boolean locked = false;
        FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        try {
            locked = channel.tryLock() != null && Files.exists(file);
            return locked ? channel : null;
        } finally {
            if (!locked) {
                channel.close();
                OURS.remove(name);
            }
        }
    }

    /** Removes what processes left here that do not live any more. */
    void sweep() throws IOException {
        try (Stream<Path> all = Files.list(folder)) {
            for (Path file : all.toList()) {
                String name = file.getFileName().toString();
                if (name.endsWith(LOCK)) {
                    sweep(file, name.substring(0, name.length() - LOCK.length()));
                }
            }
        }
    }

    private void sweep(Path lockFile, String name) throws IOException {
        if (OURS.contains(name)) {
            return;
        }
        try (FileChannel channel = FileChannel.open(lockFile, StandardOpenOption.WRITE);
                FileLock lock = channel.tryLock()) {
            if (lock != null) {
                remove(name);
            }
        } catch (NoSuchFileException | OverlappingFileLockException e) {
            return; // somebody else sweeps it
        }
    }

    /** Everything of this name, its lock file last. */
    void remove(String name) throws IOException {
        for (Path file : of(name)) {
            if (!file.toString().endsWith(LOCK)) {
                removeTree(file);
            }
        }
        Files.deleteIfExists(folder.resolve(name + LOCK));
    }

    void forget(String name) {
        OURS.remove(name);
    }

    private List<Path> of(String name) throws IOException {
        try (Stream<Path> all = Files.list(folder)) {
            return all.filter(f -> f.getFileName().toString().startsWith(name)).toList();
        }
    }

    private static void removeTree(Path tree) throws IOException {
        Files.walkFileTree(tree, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.deleteIfExists(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException e) throws IOException {
                if (e instanceof NoSuchFileException) {
                    return FileVisitResult.CONTINUE;
                }
                throw e;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path dir, @Nullable IOException e) throws IOException {
                Files.deleteIfExists(dir);
                return FileVisitResult.CONTINUE;
            }
        });
    }
}
