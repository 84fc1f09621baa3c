package dev.mvstudio.cli.film;

import dev.mvstudio.application.MusicVideoStudio;
import dev.mvstudio.application.character.GenerateCharacterReferenceCommand;
import dev.mvstudio.application.film.CreateMusicVideoCommand;
import dev.mvstudio.cli.scene.SceneOptions.Writer;
import dev.mvstudio.cli.shell.GivenFiles;
import dev.mvstudio.cli.shell.Shell;
import dev.mvstudio.cli.video.ClipOptions.Camera;
import dev.mvstudio.cli.video.ClipOptions.Pictures;
import dev.mvstudio.domain.asset.MediaType.Family;
import dev.mvstudio.domain.provider.Kind;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What {@code create} was told, as the use case wants it. */
final class FilmOrder {
    private final CreateCommand said;
    private final MusicVideoStudio studio;

    FilmOrder(CreateCommand said, MusicVideoStudio studio) {
        this.said = said;
        this.studio = studio;
    }

    /** Takes the named files into the store. */
    CreateMusicVideoCommand toCommand(Shell shell) {
        GivenFiles files = new GivenFiles(shell, studio.uploadAsset());
        String soundtrack = files.id("soundtrack_id", said.film.soundtrack, Family.AUDIO);
        String reference = files.id("reference_image", said.reference, Family.IMAGE);
        files.check();
        Writer writer = new Writer(backend(Kind.SCENES), said.backends.sceneModel, said.run.seed(), said.run.flavor());
        Camera camera = new Camera(backend(Kind.VIDEO), said.backends.videoModel, said.run.seed(), said.run.flavor());
        return new CreateMusicVideoCommand(
                said.scenes.toCommand(said.idea, writer),
                null,
                character(),
                reference,
                said.clip.toCommand(null, Pictures.NONE, camera),
                said.film.toCommand(List.of(), soundtrack, said.run.flavor()),
                said.parallel);
    }

    private GenerateCharacterReferenceCommand character() {
        return new GenerateCharacterReferenceCommand(
                said.scenes.character(),
                null,
                1,
                null,
                null,
                said.drawing.safetyFilterLevel(),
                said.drawing.personGeneration(),
                said.run.seed(),
                null,
                backend(Kind.IMAGE),
                said.backends.imageModel,
                said.run.flavor());
    }

    private @Nullable String backend(Kind kind) {
        return said.backends.of(kind, studio.backends().settings());
    }
}
