package dev.mvstudio.cli.scene;

import dev.mvstudio.application.MusicVideoStudio;
import dev.mvstudio.application.scene.CreatedScenes;
import dev.mvstudio.cli.shell.Studios;
import dev.mvstudio.domain.scene.Scene;
import java.util.ArrayList;
import java.util.List;

/** Hands scenes over, in words. */
public final class SceneDelivery {
    private final Studios studios;
    private final MusicVideoStudio studio;

    public SceneDelivery(Studios studios, MusicVideoStudio studio) {
        this.studios = studios;
        this.studio = studio;
    }

    public void deliver(CreatedScenes created) {
        studios.console().warn(created.outcome().warnings());
        List<String> lines = new ArrayList<>();
        for (Scene scene : created.scenes()) {
            lines.add((lines.size() / 2 + 1) + ". " + scene.description());
            lines.add(scene.negativeDescription().isBlank() ? "" : "   Not: " + scene.negativeDescription() + "\n");
        }
        studios.console().result(SceneMembers.of(created), lines);
        studios.console()
                .note("Kept as " + studio.assets().local(created.files().markdown()));
    }
}
