package dev.mvstudio.adapter.local.film;

import java.io.IOException;
import java.io.InputStream;
import java.net.JarURLConnection;
import java.net.URL;
import java.net.URLConnection;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;
import org.jspecify.annotations.Nullable;

/**
 * The program inside {@code ws.schild:jave-nativebin-*}, unpacked once for all processes. It gets its name only when it
 * is whole and on disk, and is compared with the jar's checksum before its first run.
 */
final class BundledFfmpeg {
    private static final String OS = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);

    /** Of programs on this system. */
    static final String SUFFIX = OS.contains("win") ? ".exe" : "";

    /** A half-unpacked file of this age has no writer any more. */
    private static final Duration ABANDONED = Duration.ofHours(1);

    private final @Nullable URL resource;
    private final Path cacheDir;

    BundledFfmpeg(@Nullable URL resource, Path cacheDir) {
        this.resource = resource;
        this.cacheDir = cacheDir;
    }

    static BundledFfmpeg ofThisMachine(Path cacheDir) {
        String arch = System.getProperty("os.arch", "").equals("aarch64") ? "aarch64" : "amd64";
        String name = OS.contains("mac")
                ? (arch.equals("amd64") ? "ffmpeg-x86_64-osx" : "ffmpeg-aarch64-osx")
                : "ffmpeg-" + arch + SUFFIX;
        return new BundledFfmpeg(BundledFfmpeg.class.getResource("/ws/schild/jave/nativebin/" + name), cacheDir);
    }

    /** Empty when no program for this machine is on the class path. */
    Optional<Path> unpack() throws IOException {
        if (resource == null) {
            return Optional.empty();
        }
        URLConnection connection = resource.openConnection();
        connection.setUseCaches(false);
        try (InputStream in = connection.getInputStream()) {
            long size = connection.getContentLengthLong();
            long crc = connection instanceof JarURLConnection jar
                    ? jar.getJarEntry().getCrc()
                    : -1;
            Path program = cacheDir.resolve("ffmpeg-" + HexFormat.of().toHexDigits(crc, 8) + SUFFIX);
            if (!isWhole(program, size, crc)) {
                Files.createDirectories(cacheDir);
                sweep();
                write(in, program, size, crc);
            }
            return Optional.of(program);
        }
    }

    private static boolean isWhole(Path program, long size, long crc) throws IOException {
        if (!Files.isExecutable(program) || Files.size(program) != size) {
            return false;
        }
        try (CheckedInputStream in = new CheckedInputStream(Files.newInputStream(program), new CRC32())) {
            in.transferTo(java.io.OutputStream.nullOutputStream());
            return crc < 0 || in.getChecksum().getValue() == crc;
        }
    }

    private void write(InputStream in, Path program, long size, long crc) throws IOException {
        Path part = Files.createTempFile(cacheDir, "ffmpeg-", ".part");
        try {
            Files.copy(in, part, StandardCopyOption.REPLACE_EXISTING);
            try (FileChannel channel = FileChannel.open(part, StandardOpenOption.WRITE)) {
                channel.force(true);
            }
            if (!part.toFile().setExecutable(true, false) || !isWhole(part, size, crc)) {
                throw new IOException("it is not whole, or the disk does not keep programs");
            }
            Files.move(part, program, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(part);
        }
    }

    private void sweep() throws IOException {
        FileTime limit = FileTime.fromMillis(System.currentTimeMillis() - ABANDONED.toMillis());
        try (Stream<Path> files = Files.list(cacheDir)) {
            for (Path file : files.filter(f -> f.toString().endsWith(".part")).toList()) {
                if (isOlder(file, limit)) {
                    Files.deleteIfExists(file);
                }
            }
        }
    }

    /** What another process just finished or swept is not older. */
    private static boolean isOlder(Path file, FileTime limit) throws IOException {
        try {
            return Files.getLastModifiedTime(file).compareTo(limit) < 0;
        } catch (NoSuchFileException e) {
            return false;
        }
    }
}
