package dev.mvstudio.cli.character;

import dev.mvstudio.application.MusicVideoStudio;
import dev.mvstudio.application.character.GeneratedCharacterReference;
import dev.mvstudio.cli.shell.Measures;
import dev.mvstudio.cli.shell.OutputFile;
import dev.mvstudio.cli.shell.Studios;
import dev.mvstudio.domain.asset.Asset;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Hands pictures over: as files, and in words. */
public final class PictureDelivery {
    private final Studios studios;
    private final MusicVideoStudio studio;

    public PictureDelivery(Studios studios, MusicVideoStudio studio) {
        this.studios = studios;
        this.studio = studio;
    }

    public void deliver(GeneratedCharacterReference drawn, OutputFile file) {
        studios.console().warn(drawn.outcome().warnings());
        List<Path> copies = new ArrayList<>();
        List<String> lines = new ArrayList<>();
        for (Asset image : drawn.images()) {
            Path copy = file.sibling(copies.size() + 1).write(studio.assets().bytes(image));
            copies.add(copy);
            lines.add(copy + " (" + Measures.of(image) + ", id " + image.id() + ")");
        }
        studios.console().result(CharacterMembers.of(drawn, copies, studio.assets()), lines);
    }
}
