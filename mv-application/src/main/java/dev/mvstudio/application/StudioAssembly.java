package dev.mvstudio.application;

import dev.mvstudio.application.asset.Assets;
import dev.mvstudio.application.asset.Intake;
import dev.mvstudio.application.asset.ReferenceImages;
import dev.mvstudio.application.asset.Retention;
import dev.mvstudio.application.asset.Storage;
import dev.mvstudio.application.asset.SweepAssets;
import dev.mvstudio.application.asset.UploadAsset;
import dev.mvstudio.application.character.CharacterDefaults;
import dev.mvstudio.application.character.GenerateCharacterReference;
import dev.mvstudio.application.film.CreateMusicVideo;
import dev.mvstudio.application.film.FilmDefaults;
import dev.mvstudio.application.film.FilmPlanners;
import dev.mvstudio.application.film.MergeVideos;
import dev.mvstudio.application.flavor.Flavors;
import dev.mvstudio.application.image.Gallery;
import dev.mvstudio.application.image.GenerateImages;
import dev.mvstudio.application.image.ImageDefaults;
import dev.mvstudio.application.image.MakeSlideshow;
import dev.mvstudio.application.image.Sequences;
import dev.mvstudio.application.job.Engine;
import dev.mvstudio.application.job.GenerationListener;
import dev.mvstudio.application.job.Jobs;
import dev.mvstudio.application.job.Lanes;
import dev.mvstudio.application.job.Procedures;
import dev.mvstudio.application.job.RetentionWorker;
import dev.mvstudio.application.provider.Backends;
import dev.mvstudio.application.provider.Checkups;
import dev.mvstudio.application.provider.HearNotices;
import dev.mvstudio.application.scene.CreateScenes;
import dev.mvstudio.application.scene.SceneDefaults;
import dev.mvstudio.application.video.ClipReferences;
import dev.mvstudio.application.video.GenerateVideo;
import dev.mvstudio.application.video.VideoDefaults;
import dev.mvstudio.application.webhook.Announcement;
import dev.mvstudio.application.webhook.Backoff;
import dev.mvstudio.application.webhook.DeadLetters;
import dev.mvstudio.application.webhook.Deliveries;
import dev.mvstudio.application.webhook.WebhookOrders;
import dev.mvstudio.domain.job.JobSchedule.Task;
import dev.mvstudio.domain.provider.BackendSettings;
import dev.mvstudio.domain.provider.Lane;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;

/** Puts the use cases together over adapters, whoever made them. */
public final class StudioAssembly {
    private final StudioConfiguration configuration;
    private final Ports ports;
    private final Backends backends;
    private final GenerationListener listener;
    private final Jobs.Surroundings surroundings;
    private final Clock clock;
    private final Assets assets;
    private final Intake intake;
    private final UploadAsset uploads;
    private final FilmPlanners planners;
    private final ReferenceImages pictures;
    private final Gallery gallery;

    public StudioAssembly(
            StudioConfiguration configuration,
            Ports ports,
            Backends backends,
            GenerationListener listener,
            Jobs.Surroundings surroundings) {
        this.configuration = configuration;
        this.ports = ports;
        this.backends = backends;
        this.listener = listener;
        this.surroundings = surroundings;
        this.clock = surroundings.clock();
        Retention retention = configuration.settings().retention();
        this.intake = new Intake(ports.store(), ports.probe(), clock, retention);
        this.assets = new Assets(ports.store(), ports.editor(), clock, retention);
        this.uploads =
                new UploadAsset(ports.store(), intake, configuration.settings().limits(), surroundings.ids());
        this.pictures = new ReferenceImages(ports.store(), assets, uploads, ports.remote());
        this.gallery = new Gallery(ports.store(), ports.sequences(), intake, ports.editor());
        this.planners = planners();
    }

    private FilmPlanners planners() {
        Flavors flavors = configuration.flavors();
        return new FilmPlanners(
                new SceneDefaults(backends, flavors, listener),
                new CharacterDefaults(backends, flavors, pictures, listener),
                new VideoDefaults(backends, flavors, new ClipReferences(pictures), listener),
                new FilmDefaults(ports.store(), flavors, listener));
    }

    /**
     * The studio. No job is begun before {@link MusicVideoStudio#begin}.
     *
     * @param onClose closes the adapters
     */
    public MusicVideoStudio studio(Runnable onClose) {
        return studio(Checkups.NONE, onClose);
    }

    /**
     * The same.
     *
     * @param checkups of the adapters that look after what they depend on
     */
    public MusicVideoStudio studio(Checkups checkups, Runnable onClose) {
        Jobs jobs = new Jobs(ports.jobs(), procedures(), lanes(), assets, surroundings);
        Engine engine = new Engine(jobs, configuration.settings().jobs(), backends::interval, surroundings, listener);
        CreateScenes scenes = new CreateScenes(planners.scenes(), backends, jobs);
        GenerateCharacterReference character = new GenerateCharacterReference(planners.character(), backends, jobs);
        GenerateVideo video = new GenerateVideo(planners.video(), backends, jobs);
        Sequences sequences = new Sequences(gallery);
        return new MusicVideoStudio(
                scenes,
                character,
                video,
                new MergeVideos(planners.film(), jobs),
                new CreateMusicVideo(scenes, character, video, film(), jobs),
                images(jobs),
                new MakeSlideshow(sequences, configuration.flavors().all().get(0), jobs),
                sequences,
                jobs,
                uploads,
                assets,
                backends,
                configuration.flavors(),
                hosting(checkups),
                new Crew(engine, Map.of(Task.RETENTION, retention()), this::messenger, onClose));
    }

    private Hosting hosting(Checkups checkups) {
        return new Hosting(
                checkups,
                new Storage(ports.store(), ports.jobs().store()),
                new WebhookOrders(
                        ports.telling().sender(), configuration.settings().webhooks()),
                new HearNotices(backends, ports.jobs().store(), ports.jobs().schedule(), clock),
                new DeadLetters(ports.telling().deliveries(), ports.jobs().schedule()));
    }

    private CreateMusicVideo.Film film() {
        return new CreateMusicVideo.Film(planners.film(), configuration.flavors());
    }

    private GenerateImages images(Jobs jobs) {
        ImageDefaults defaults = new ImageDefaults(
                backends,
                configuration.flavors(),
                new ImageDefaults.Materials(gallery, pictures),
                surroundings,
                listener);
        return new GenerateImages(defaults, backends, gallery, jobs);
    }

    private Procedures procedures() {
        return new Procedures(List.of(
                CreateScenes.procedure(
                        backends,
                        new CreateScenes.Shelf(
                                ports.sceneFiles(), configuration.settings().retention()),
                        listener,
                        clock),
                GenerateCharacterReference.procedure(backends, intake, clock),
                GenerateVideo.procedure(backends, intake, clock),
                MergeVideos.procedure(new MergeVideos.Workshop(ports.store(), assets, intake, ports.editor()), clock),
                CreateMusicVideo.procedure(planners, clock),
                GenerateImages.procedure(gallery, ports.jobs().store(), clock),
                GenerateImages.step(backends, gallery, clock),
                MakeSlideshow.procedure(gallery, clock)));
    }

    private Deliveries messenger(Announcement announcement) {
        Random chance = new Random(surroundings.ids().get().getMostSignificantBits());
        return new Deliveries(
                ports.jobs().store(),
                ports.telling().deliveries(),
                ports.telling().sender(),
                announcement,
                new Backoff(clock, chance));
    }

    private RetentionWorker retention() {
        Settings settings = configuration.settings();
        SweepAssets assets = new SweepAssets(
                ports.store(), settings.retention(), settings.jobs().timeout(), clock);
        return new RetentionWorker(
                assets, ports.jobs().store(), settings.retention().jobs(), clock);
    }

    private Lanes lanes() {
        Settings.Queues queues = configuration.settings().queues();
        Lane editing = new Lane(
                FilmDefaults.EDITOR.name(),
                configuration.settings().editor().processes(),
                null,
                queues.maxQueuedMerges());
        Lane films = new Lane(Lanes.FILMS, queues.maxFilms(), null, queues.maxQueuedFilms());
        Lane sequences = new Lane(Lanes.SEQUENCES, queues.maxFilms(), null, queues.maxQueuedFilms());
        return new Lanes(Stream.concat(
                        configuration.backends().stream().map(BackendSettings::lane),
                        Stream.of(editing, films, sequences))
                .toList());
    }
}
