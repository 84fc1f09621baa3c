package dev.mvstudio.adapter.gemini;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A folder for what came as part of an answer, for Google does not keep it: a folder in it for each answer, which appears
 * whole or not at all and outlives this process. Several processes may share it.
 */
final class Spool {
    /** As long as Google keeps clips. */
    static final Duration KEPT = Duration.ofDays(2);

    private static final Logger LOG = LoggerFactory.getLogger(Spool.class);
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9-]{1,64}");
    private static final Pattern FILE = Pattern.compile("[0-9]{1,3}\\.[a-z0-9]{1,5}");

    private final Path folder;
    private final Clock clock;

    Spool(Path folder, Clock clock) {
        this.folder = folder;
        this.clock = clock;
    }

    /**
     * A file to be kept.
     *
     * @param extension without the dot
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record File(byte[] bytes, String extension) {}

    /** Where the files of an entry are, in their order; empty when there is none, or not any more. */
    Optional<List<URI>> find(String name) throws IOException {
        if (!NAME.matcher(name).matches()) {
            return Optional.empty();
        }
        try (Stream<Path> files = Files.list(folder.resolve(name))) {
            return Optional.of(files.sorted(Comparator.comparingInt(Spool::number))
                    .map(Path::toUri)
                    .toList());
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
    }

    private static int number(Path file) {
        return Integer.parseInt(String.valueOf(file.getFileName()).split("\\.", 2)[0]);
    }

    /**
     * Finds out whether files could be kept, before there are any, and makes room.
     *
     * @param bytes how much they need
     * @throws IOException when the folder cannot be written, or has less room
     */
    void prepare(long bytes) throws IOException {
        Files.createDirectories(folder);
        sweep();
        Files.delete(Files.createTempFile(folder, ".part", ""));
        long room = Files.getFileStore(folder).getUsableSpace();
        if (room < bytes) {
            throw new IOException("there is room for " + room + " bytes only, and " + bytes + " may be needed");
        }
    }

    /** Keeps files, unless the name has some already; says where they are. */
    List<URI> keep(String name, List<File> files) throws IOException {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("not a name of the spool: " + name);
        }
        Files.createDirectories(folder);
        Path draft = Files.createTempDirectory(folder, ".part");
        try {
            for (int i = 0; i < files.size(); i++) {
                write(
                        draft.resolve(i + 1 + "." + files.get(i).extension()),
                        files.get(i).bytes());
            }
            Files.move(draft, folder.resolve(name), StandardCopyOption.ATOMIC_MOVE);
        } catch (FileAlreadyExistsException | DirectoryNotEmptyException e) {
            LOG.debug("{} has been kept by somebody else in the meantime", name);
        } finally {
            delete(draft);
        }
        return find(name).orElseThrow(() -> new NoSuchFileException(name));
    }

    /** It is on the disk before anybody is told of it. */
    private static void write(Path file, byte[] bytes) throws IOException {
        try (FileChannel out = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            ByteBuffer rest = ByteBuffer.wrap(bytes);
            while (rest.hasRemaining()) {
                out.write(rest);
            }
            out.force(true);
        }
    }

    /** Whether an address could be of a file here. */
    boolean covers(URI location) {
        return "file".equals(location.getScheme()) && file(location).isPresent();
    }

    /**
     * Opens a file.
     *
     * @throws NoSuchFileException when it is not there, or not any more
     */
    InputStream open(URI location) throws IOException {
        return Files.newInputStream(file(location).orElseThrow(() -> new NoSuchFileException(location.toString())));
    }

    /** The file that an address is of, if that is one here. */
    private Optional<Path> file(URI location) {
        String path = String.valueOf(location.getPath());
        String[] names = path.split("/", -1);
        if (names.length < 3) {
            return Optional.empty();
        }
        String name = names[names.length - 2];
        String file = names[names.length - 1];
        boolean ours = NAME.matcher(name).matches() && FILE.matcher(file).matches();
        return ours && folder.resolve(name).resolve(file).toUri().getPath().equals(path)
                ? Optional.of(folder.resolve(name).resolve(file))
                : Optional.empty();
    }

    private void sweep() throws IOException {
        Instant eldest = clock.instant().minus(KEPT);
        try (Stream<Path> entries = Files.list(folder)) {
            for (Path entry : entries.toList()) {
                if (isOlder(entry, eldest)) {
                    delete(entry);
                }
            }
        }
    }

    private static boolean isOlder(Path entry, Instant eldest) throws IOException {
        try {
            return Files.getLastModifiedTime(entry).toInstant().isBefore(eldest);
        } catch (NoSuchFileException sweptByAnother) {
            return false;
        }
    }

    /** What cannot be deleted now is deleted later. */
    private static void delete(Path entry) {
        if (!Files.exists(entry)) {
            return;
        }
        try (Stream<Path> files = Files.walk(entry)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException | UncheckedIOException e) {
            LOG.debug("an entry of the spool cannot be deleted yet", e);
        }
    }
}
