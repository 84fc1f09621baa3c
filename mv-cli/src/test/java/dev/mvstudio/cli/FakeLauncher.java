package dev.mvstudio.cli;

import dev.mvstudio.application.MusicVideoStudio;
import dev.mvstudio.application.Settings;
import dev.mvstudio.application.StudioConfiguration;
import dev.mvstudio.application.StudioLauncher;
import dev.mvstudio.application.asset.AssetLimits;
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
import dev.mvstudio.application.job.GenerationListener;
import dev.mvstudio.application.job.Job;
import dev.mvstudio.application.job.JobRunner;
import dev.mvstudio.application.job.JobTiming;
import dev.mvstudio.application.provider.Backends;
import dev.mvstudio.application.scene.CreateScenes;
import dev.mvstudio.application.scene.SceneDefaults;
import dev.mvstudio.application.video.ClipReferences;
import dev.mvstudio.application.video.GenerateVideo;
import dev.mvstudio.application.video.VideoDefaults;
import dev.mvstudio.application.webhook.WebhookSettings;
import dev.mvstudio.testkit.asset.FakeAssetStore;
import dev.mvstudio.testkit.asset.FakeMediaProbe;
import dev.mvstudio.testkit.asset.FakeRemoteFiles;
import dev.mvstudio.testkit.image.FakeImageModel;
import dev.mvstudio.testkit.scene.FakeSceneFiles;
import dev.mvstudio.testkit.scene.FakeSceneWriter;
import dev.mvstudio.testkit.video.FakeVideoModel;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Puts a studio of fakes together. */
final class FakeLauncher implements StudioLauncher {
    static final Clock CLOCK = Clock.fixed(Instant.parse("2025-11-16T10:30:25.750Z"), ZoneOffset.UTC);

    final FakeAssetStore store = new FakeAssetStore();
    final FakeSceneWriter writer = new FakeSceneWriter(Specs.FAKE);
    final FakeImageModel images = new FakeImageModel(Specs.FAKE);
    final FakeVideoModel videos = new FakeVideoModel(Specs.FAKE);
    final CopyingEditor editor = new CopyingEditor();
    final AtomicInteger closed = new AtomicInteger();

    /** Counted down when a job waits, which it does until it is interrupted. */
    final CountDownLatch waiting = new CountDownLatch(1);

    /** Told of each job that is finished. */
    Consumer<Job<?>> onFinished = job -> {};

    @Nullable
    RuntimeException unreadable;

    @Nullable
    Launch launch;

    @Override
    public StudioConfiguration read(Launch from) {
        launch = from;
        if (unreadable != null) {
            throw unreadable;
        }
        Settings settings = new Settings(
                new Settings.Server("127.0.0.1", 0, null, 1, Duration.ZERO, Duration.ZERO, false),
                Path.of("data"),
                false,
                new JobTiming(Duration.ofSeconds(60), Duration.ofSeconds(1), 2),
                new AssetLimits(1_000, 2_000, 1_000_000),
                new Settings.Editor(null, Duration.ZERO, 1),
                Retention.FOREVER,
                WebhookSettings.OFF,
                null);
        return new StudioConfiguration(settings, Specs.flavors(), Specs.backends(), List.of());
    }

    @Override
    public MusicVideoStudio open(StudioConfiguration c) {
        Backends backends = new Backends(c.backends(), List.of(writer), List.of(images), List.of(videos));
        GenerationListener listener = new GenerationListener() {
            @Override
            public void finished(Job<?> job, Object result) {
                onFinished.accept(job);
            }
        };
        Intake intake = new Intake(store, new FakeMediaProbe(), CLOCK, Retention.FOREVER);
        Assets assets = new Assets(store, editor, CLOCK, Retention.FOREVER);
        UploadAsset uploads = new UploadAsset(store, intake, c.settings().limits(), UUID::randomUUID);
        JobRunner runner = new JobRunner(
                CLOCK, time -> waitForEver(), UUID::randomUUID, c.settings().jobs(), listener);
        CreateScenes scenes = new CreateScenes(
                new SceneDefaults(backends, c.flavors(), listener),
                backends,
                new CreateScenes.Shelf(new FakeSceneFiles(store), Retention.FOREVER),
                runner,
                CLOCK);
        GenerateCharacterReference characters = new GenerateCharacterReference(
                new CharacterDefaults(backends, c.flavors(), listener), backends, intake, runner, CLOCK);
        ReferenceImages references = new ReferenceImages(store, assets, uploads, new FakeRemoteFiles());
        GenerateVideo clips = new GenerateVideo(
                new VideoDefaults(backends, c.flavors(), new ClipReferences(references), listener),
                backends,
                intake,
                runner,
                CLOCK);
        MergeVideos films = new MergeVideos(
                new FilmDefaults(store, c.flavors(), listener),
                new MergeVideos.Workshop(store, assets, intake, editor),
                runner,
                CLOCK);
        return new MusicVideoStudio(
                scenes,
                characters,
                clips,
                films,
                new CreateMusicVideo(scenes, characters, clips, films, c.flavors()),
                uploads,
                assets,
                backends,
                c.flavors(),
                closed::incrementAndGet);
    }

    private void waitForEver() throws InterruptedException {
        waiting.countDown();
        new CountDownLatch(1).await();
    }
}
