package dev.mvstudio.cli.shell;

import dev.mvstudio.domain.asset.ByteSource;
import dev.mvstudio.domain.asset.StorageException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A file that a result is copied to, whole or not at all. A name that the caller chose replaces nothing unless forced to;
 * a made-up one gives way to what is there: {@code film-2.mp4}.
 */
public final class OutputFile {
    private final Path wished;
    private final boolean mayReplace;
    private final boolean mayYield;

    private OutputFile(Path wished, boolean mayReplace, boolean mayYield) {
        this.wished = wished;
        this.mayReplace = mayReplace;
        this.mayYield = mayYield;
    }

    /**
     * What the caller wants.
     *
     * @param option by which it is said
     * @param said null for whatever is usual
     * @param force whether a file that is there may be replaced
     */
    public record Wish(String option, @Nullable Path said, boolean force) {}

    /**
     * Chooses the file, before anything is spent.
     *
     * @param name for when the caller gave none, or a folder
     * @throws CommandFailedException when it would replace another one, or there is no place for it
     */
    public static OutputFile choose(Shell shell, Wish wish, String name) {
        Path said = wish.said();
        Path typed = said == null ? Path.of(name) : said;
        boolean folder = said != null && Files.isDirectory(shell.resolve(said));
        Path file = shell.resolve(folder ? typed.resolve(name) : typed);
        Path parent = file.getParent();
        if (parent == null || !Files.isDirectory(parent)) {
            throw refused(wish, "there is no folder " + parent);
        }
        if (!Files.isWritable(parent)) {
            throw refused(wish, "the folder " + parent + " cannot be written to");
        }
        boolean madeUp = said == null || folder;
        if (!wish.force() && !madeUp && Files.exists(file)) {
            throw refused(wish, file + " exists; --force replaces it");
        }
        return new OutputFile(file, wish.force(), madeUp);
    }

    private static CommandFailedException refused(Wish wish, String why) {
        return new CommandFailedException(Failure.usage(wish.option() + ": " + why), null);
    }

    /** One more file, next to this one: {@code robot-2.png}. */
    public OutputFile sibling(int number) {
        return number == 1 ? this : new OutputFile(numbered(number), mayReplace, true);
    }

    /**
     * Writes it.
     *
     * @return where it is now
     * @throws StorageException when it could not be written, or another file is there by now
     */
    public Path write(ByteSource bytes) {
        Path part = wished.resolveSibling("." + wished.getFileName() + "." + UUID.randomUUID() + ".part");
        try {
            try (InputStream in = bytes.open()) {
                Files.copy(in, part);
            }
            return publish(part);
        } catch (IOException e) {
            throw StorageException.because("writing " + wished, e);
        } finally {
            discard(part);
        }
    }

    private static void discard(Path part) {
        try {
            Files.deleteIfExists(part);
        } catch (IOException e) {
            part.toFile().deleteOnExit();
        }
    }

    private Path publish(Path part) throws IOException {
        if (mayReplace) {
            return Files.move(part, wished, StandardCopyOption.ATOMIC_MOVE);
        }
        for (int number = 1; ; number++) {
            try {
                return publishNew(part, numbered(number));
            } catch (FileAlreadyExistsException e) {
                if (!mayYield) {
                    throw e;
                }
            }
        }
    }

    /** A link never replaces a file; moving does where two programs are quick. Some file systems have no links. */
    private static Path publishNew(Path part, Path target) throws IOException {
        try {
            return Files.createLink(target, part);
        } catch (FileAlreadyExistsException e) {
            throw e;
        } catch (IOException | UnsupportedOperationException e) {
            return Files.move(part, target);
        }
    }

    private Path numbered(int number) {
        if (number == 1) {
            return wished;
        }
        String name = String.valueOf(wished.getFileName());
        int dot = name.lastIndexOf('.');
        String stem = dot > 0 ? name.substring(0, dot) : name;
        return wished.resolveSibling(stem + "-" + number + name.substring(stem.length()));
    }
}
