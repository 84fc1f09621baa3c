package dev.mvstudio.adapter.local.asset;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/** All that the store changes on disk goes through here, one step at a time, so that each step can be made to fail. */
interface Disk {
    /** With its parents; on disk when it returns. */
    void createDirectories(Path folder) throws IOException;

    /** A new or existing empty file. */
    void touch(Path file) throws IOException;

    /** Overwrites from the start what may be there, and is on disk when it returns. */
    void write(Path file, byte[] bytes) throws IOException;

    /** What was written to it, or which names it has, is on disk when it returns. */
    void force(Path fileOrFolder) throws IOException;

    /** In one step. */
    void move(Path from, Path to) throws IOException;

    /** Nothing happens when it isn't there. */
    void delete(Path file) throws IOException;

    /** The disk of this machine. */
    final class Real implements Disk {
        private static final boolean FORCES_FOLDERS =
                !System.getProperty("os.name", "").startsWith("Windows");

        @Override
        public void createDirectories(Path folder) throws IOException {
            Path parent = folder.getParent();
            if (Files.isDirectory(folder) || parent == null) {
                return;
            }
            createDirectories(parent);
            try {
                Files.createDirectory(folder);
            } catch (FileAlreadyExistsException e) {
                if (!Files.isDirectory(folder)) {
                    throw e;
                }
            }
            force(parent);
        }

        @Override
        public void touch(Path file) throws IOException {
            Files.newOutputStream(file, StandardOpenOption.CREATE).close();
        }

        @Override
        public void write(Path file, byte[] bytes) throws IOException {
            try (FileChannel out = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
                ByteBuffer rest = ByteBuffer.wrap(bytes);
                while (rest.hasRemaining()) {
                    out.write(rest);
                }
                out.force(true);
            }
        }

        @Override
        public void force(Path fileOrFolder) throws IOException {
            boolean folder = Files.isDirectory(fileOrFolder);
            if (folder && !FORCES_FOLDERS) {
                return;
            }
            StandardOpenOption how = folder ? StandardOpenOption.READ : StandardOpenOption.WRITE;
            try (FileChannel channel = FileChannel.open(fileOrFolder, how)) {
                channel.force(true);
            }
        }

        @Override
        public void move(Path from, Path to) throws IOException {
            Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
        }

        @Override
        public void delete(Path file) throws IOException {
            Files.deleteIfExists(file);
        }
    }
}
