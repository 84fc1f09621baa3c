package dev.mvstudio.application;

import dev.mvstudio.application.asset.AssetLimits;
import dev.mvstudio.application.asset.Assets;
import dev.mvstudio.application.asset.Intake;
import dev.mvstudio.application.asset.ReferenceImages;
import dev.mvstudio.application.asset.Retention;
import dev.mvstudio.application.asset.SweepAssets;
import dev.mvstudio.application.asset.UploadAsset;
import dev.mvstudio.application.character.CharacterDefaults;
import dev.mvstudio.application.character.GenerateCharacterReference;
import dev.mvstudio.application.film.CreateMusicVideo;
import dev.mvstudio.application.film.FilmDefaults;
import dev.mvstudio.application.film.MergeVideos;
import dev.mvstudio.application.flavor.Flavors;
import dev.mvstudio.application.job.GenerationListener;
import dev.mvstudio.application.job.Job;
import dev.mvstudio.application.job.JobRunner;
import dev.mvstudio.application.job.JobTiming;
import dev.mvstudio.application.job.Plan;
import dev.mvstudio.application.provider.Backends;
import dev.mvstudio.application.scene.CreateScenes;
import dev.mvstudio.application.scene.SceneDefaults;
import dev.mvstudio.application.video.ClipReferences;
import dev.mvstudio.application.video.GenerateVideo;
import dev.mvstudio.application.video.VideoDefaults;
import dev.mvstudio.domain.film.MergeRequest;
import dev.mvstudio.domain.film.Merged;
import dev.mvstudio.domain.film.VideoEditor;
import dev.mvstudio.testkit.asset.FakeAssetStore;
import dev.mvstudio.testkit.asset.FakeMediaProbe;
import dev.mvstudio.testkit.asset.FakeRemoteFiles;
import dev.mvstudio.testkit.image.FakeImageModel;
import dev.mvstudio.testkit.scene.FakeSceneFiles;
import dev.mvstudio.testkit.scene.FakeSceneWriter;
import dev.mvstudio.testkit.video.FakeVideoModel;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.function.DoubleConsumer;
import java.util.function.Supplier;

/** A studio of fakes. */
public final class FakeStudio {
    public static final Instant NOW = Instant.parse("2025-11-16T10:30:25.750Z");
    public static final Retention RETENTION =
            new Retention(Duration.ofDays(30), Duration.ofDays(90), Duration.ofDays(365));

    public final FakeAssetStore store = new FakeAssetStore();
    public final FakeSceneWriter writer = new FakeSceneWriter(Specs.FAKE);
    public final FakeImageModel images = new FakeImageModel(Specs.FAKE);
    public final FakeVideoModel videos = new FakeVideoModel(Specs.FAKE);
    public final FakeVideoModel lesserVideos = new FakeVideoModel(Specs.OTHER);
    public final FakeRemoteFiles remote = new FakeRemoteFiles();
    public final List<MergeRequest> merged = Collections.synchronizedList(new ArrayList<>());
    public final List<String> heard = Collections.synchronizedList(new ArrayList<>());

    /** What the clock shows. */
    public volatile Instant now = NOW;

    private final Clock clock = new StudioClock();
    private final Supplier<UUID> ids = UUID::randomUUID;
    private final AssetLimits limits = new AssetLimits(1_000, 2_000, 1_000_000);
    private final Flavors flavors = Specs.flavors();
    private final Backends backends =
            new Backends(Specs.backends(), List.of(writer), List.of(images), List.of(videos, lesserVideos));
    private final GenerationListener listener = new Listener();
    private final Intake intake = new Intake(store, new FakeMediaProbe(), clock, RETENTION);
    public final Assets assets = new Assets(store, new Editor(), clock, RETENTION);
    public final SweepAssets sweep = new SweepAssets(store, RETENTION, Duration.ZERO, clock);
    public final UploadAsset uploads = new UploadAsset(store, intake, limits, ids);
    private final JobRunner runner = new JobRunner(
            clock, time -> {}, ids, new JobTiming(Duration.ofSeconds(60), Duration.ofSeconds(1), 2), listener);

    public final CreateScenes createScenes = new CreateScenes(
            new SceneDefaults(backends, flavors, listener),
            backends,
            new CreateScenes.Shelf(new FakeSceneFiles(store), RETENTION),
            runner,
            clock);
    public final GenerateCharacterReference generateCharacterReference = new GenerateCharacterReference(
            new CharacterDefaults(backends, flavors, listener), backends, intake, runner, clock);
    public final GenerateVideo generateVideo = new GenerateVideo(
            new VideoDefaults(
                    backends,
                    flavors,
                    new ClipReferences(new ReferenceImages(store, assets, uploads, remote)),
                    listener),
            backends,
            intake,
            runner,
            clock);
    public final MergeVideos mergeVideos = new MergeVideos(
            new FilmDefaults(store, flavors, listener),
            new MergeVideos.Workshop(store, assets, intake, new Editor()),
            runner,
            clock);
    public final CreateMusicVideo createMusicVideo =
            new CreateMusicVideo(createScenes, generateCharacterReference, generateVideo, mergeVideos, flavors);

    private final class StudioClock extends Clock {
        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            throw new UnsupportedOperationException("nobody needs it");
        }
    }

    private final class Listener implements GenerationListener {
        @Override
        public void planned(Object command, Object configured, Plan<?> plan) {
            heard.add("planned " + plan.kind().word());
        }

        @Override
        public void finished(Job<?> job, Object result) {
            heard.add("finished " + job.plan().kind().word());
        }

        @Override
        public void failed(Job<?> job, RuntimeException why) {
            heard.add("failed " + job.plan().kind().word());
        }
    }

    private final class Editor implements VideoEditor {
        @Override
        public Merged merge(MergeRequest request, Path target, DoubleConsumer progress) {
            merged.add(request);
            write(target, FakeVideoModel.clip());
            progress.accept(1);
            return new Merged(true, List.of("told to warn"));
        }

        @Override
        public void thumbnail(Path video, Path target) {
            write(target, new byte[] {(byte) 0xff, (byte) 0xd8});
        }
    }

    private static void write(Path target, byte[] bytes) {
        try {
            Files.write(target, bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
