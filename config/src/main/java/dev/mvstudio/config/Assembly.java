package dev.mvstudio.config;

import dev.mvstudio.application.MusicVideoStudio;
import dev.mvstudio.application.StudioConfiguration;
import dev.mvstudio.application.asset.Assets;
import dev.mvstudio.application.asset.Intake;
import dev.mvstudio.application.asset.ReferenceImages;
import dev.mvstudio.application.asset.Retention;
import dev.mvstudio.application.asset.UploadAsset;
import dev.mvstudio.application.character.CharacterDefaults;
import dev.mvstudio.application.character.GenerateCharacterReference;
import dev.mvstudio.application.film.CreateMusicVideo;
import dev.mvstudio.application.film.FilmDefaults;
import dev.mvstudio.application.film.MergeVideos;
import dev.mvstudio.application.flavor.Flavors;
import dev.mvstudio.application.job.DebugLog;
import dev.mvstudio.application.job.GenerationListener;
import dev.mvstudio.application.job.JobRunner;
import dev.mvstudio.application.provider.Backends;
import dev.mvstudio.application.scene.CreateScenes;
import dev.mvstudio.application.scene.SceneDefaults;
import dev.mvstudio.application.video.ClipReferences;
import dev.mvstudio.application.video.GenerateVideo;
import dev.mvstudio.application.video.VideoDefaults;
import java.time.Clock;
import java.util.UUID;

/** Puts the use cases together, over the adapters that were found. */
final class Assembly {
    private final Flavors flavors;
    private final Ports ports;
    private final Backends backends;
    private final Clock clock;
    private final GenerationListener listener;
    private final Retention retention;
    private final JobRunner runner;
    private final Intake intake;
    private final Assets assets;
    private final UploadAsset uploads;

    Assembly(StudioConfiguration configuration, Ports ports, Backends backends, Clock clock) {
        var settings = configuration.settings();
        this.flavors = configuration.flavors();
        this.ports = ports;
        this.backends = backends;
        this.clock = clock;
        this.listener = settings.debugMode() ? new DebugLog() : GenerationListener.NONE;
        this.retention = settings.retention();
        this.runner = new JobRunner(clock, Thread::sleep, UUID::randomUUID, settings.jobs(), listener);
        this.intake = new Intake(ports.store(), ports.probe(), clock, retention);
        this.assets = new Assets(ports.store(), ports.editor(), clock, retention);
        this.uploads = new UploadAsset(ports.store(), intake, settings.limits(), UUID::randomUUID);
    }

    MusicVideoStudio studio(Runnable onClose) {
        CreateScenes scenes = scenes();
        GenerateCharacterReference character = character();
        GenerateVideo video = video();
        MergeVideos merge = merge();
        CreateMusicVideo film = new CreateMusicVideo(scenes, character, video, merge, flavors);
        return new MusicVideoStudio(scenes, character, video, merge, film, uploads, assets, backends, flavors, onClose);
    }

    private CreateScenes scenes() {
        SceneDefaults defaults = new SceneDefaults(backends, flavors, listener);
        return new CreateScenes(
                defaults, backends, new CreateScenes.Shelf(ports.sceneFiles(), retention), runner, clock);
    }

    private GenerateCharacterReference character() {
        CharacterDefaults defaults = new CharacterDefaults(backends, flavors, listener);
        return new GenerateCharacterReference(defaults, backends, intake, runner, clock);
    }

    private GenerateVideo video() {
        ReferenceImages images = new ReferenceImages(ports.store(), assets, uploads, ports.remote());
        VideoDefaults defaults = new VideoDefaults(backends, flavors, new ClipReferences(images), listener);
        return new GenerateVideo(defaults, backends, intake, runner, clock);
    }

    private MergeVideos merge() {
        FilmDefaults defaults = new FilmDefaults(ports.store(), flavors, listener);
        var workshop = new MergeVideos.Workshop(ports.store(), assets, intake, ports.editor());
        return new MergeVideos(defaults, workshop, runner, clock);
    }
}
