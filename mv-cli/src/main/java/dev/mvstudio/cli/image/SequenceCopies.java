package dev.mvstudio.cli.image;

import dev.mvstudio.application.asset.Assets;
import dev.mvstudio.application.asset.LocalFiles;
import dev.mvstudio.application.image.GeneratedImages;
import dev.mvstudio.application.image.GeneratedImages.Made;
import dev.mvstudio.cli.shell.OutputFile;
import dev.mvstudio.cli.shell.Shell;
import dev.mvstudio.domain.asset.Asset;
import dev.mvstudio.domain.asset.StorageException;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Where copies of a sequence go.
 *
 * @param folder of the images
 * @param contactSheet null for none
 * @param slideshow null for none
 * @param secondsPerScene for scenes without a duration; null for the usual
 */
record SequenceCopies(
        Shell shell,
        OutputFile.Wish folder,
        @Nullable OutputFile contactSheet,
        @Nullable OutputFile slideshow,
        @Nullable BigDecimal secondsPerScene) {
    boolean wantsMore() {
        return contactSheet != null || slideshow != null;
    }

    /** Copies the images, each by its own name. One that was copied earlier stays as it is. */
    Map<Integer, Path> images(GeneratedImages made, Assets assets) {
        Map<Integer, Path> copies = new TreeMap<>();
        Path said = folder.said();
        if (said != null) {
            for (Made image : made.images()) {
                copies.put(image.scene(), copy(shell.resolve(said), image.asset(), assets));
            }
        }
        return copies;
    }

    private Path copy(Path into, Asset image, Assets assets) {
        String name = image.path().substring(image.path().lastIndexOf('/') + 1);
        Path there = into.resolve(name);
        return isSame(there, image, assets)
                ? there
                : OutputFile.choose(shell, folder, name).write(assets.bytes(image));
    }

    private static boolean isSame(Path file, Asset image, Assets assets) {
        try (LocalFiles stored = assets.files()) {
            return Files.isRegularFile(file)
                    && Files.size(file) == image.size()
                    && Files.mismatch(file, stored.of(image)) < 0;
        } catch (IOException e) {
            throw StorageException.because("reading " + file, e);
        }
    }
}
