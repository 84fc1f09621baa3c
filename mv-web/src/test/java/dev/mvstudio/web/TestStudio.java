package dev.mvstudio.web;

import dev.mvstudio.application.MusicVideoStudio;
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
import dev.mvstudio.application.flavor.Flavors;
import dev.mvstudio.application.job.GenerationListener;
import dev.mvstudio.application.job.JobRunner;
import dev.mvstudio.application.job.JobTiming;
import dev.mvstudio.application.job.Sleeper;
import dev.mvstudio.application.provider.Backends;
import dev.mvstudio.application.scene.CreateScenes;
import dev.mvstudio.application.scene.SceneDefaults;
import dev.mvstudio.application.video.ClipReferences;
import dev.mvstudio.application.video.GenerateVideo;
import dev.mvstudio.application.video.VideoDefaults;
import dev.mvstudio.domain.asset.Asset;
import dev.mvstudio.domain.asset.AssetId;
import dev.mvstudio.domain.asset.Collection;
import dev.mvstudio.domain.asset.Draft;
import dev.mvstudio.domain.asset.FrameSize;
import dev.mvstudio.domain.asset.MediaInfo;
import dev.mvstudio.domain.asset.MediaType;
import dev.mvstudio.domain.asset.NewAsset;
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
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/** A studio of fakes, and the levers to make it fail. */
final class TestStudio {
    /** When stored files were made. */
    static final Instant MADE = Instant.parse("2025-11-16T10:30:25.750Z");

    static final AssetLimits LIMITS = new AssetLimits(2_000_000, 3_000_000, 50_000_000);

    static final Retention RETENTION = new Retention(Duration.ofDays(30), Duration.ofDays(90), Duration.ofDays(365));

    final FakeAssetStore store = new FakeAssetStore();
    final FakeSceneWriter writer = new FakeSceneWriter(Specs.FAKE);
    final FakeImageModel images = new FakeImageModel(Specs.FAKE);
    final FakeVideoModel videos = new FakeVideoModel(Specs.FAKE);
    final FakeEditor editor = new FakeEditor();
    final AtomicBoolean closed = new AtomicBoolean();

    private final Clock clock = Clock.systemUTC();
    private final Flavors flavors = Specs.flavors();
    private final Backends backends = new Backends(
            Specs.backends(), List.of(writer), List.of(images), List.of(videos, new FakeVideoModel(Specs.OTHER)));
    private final GenerationListener listener = GenerationListener.NONE;
    private final Intake intake = new Intake(store, new FakeMediaProbe(), clock, RETENTION);
    private final Assets assets = new Assets(store, editor, clock, RETENTION);
    private final UploadAsset uploads = new UploadAsset(store, intake, LIMITS, UUID::randomUUID);

    /** The studio, whose waiting is done by the sleeper. */
    MusicVideoStudio open(Sleeper sleeper) {
        JobRunner runner = new JobRunner(
                clock,
                sleeper,
                UUID::randomUUID,
                new JobTiming(Duration.ofSeconds(60), Duration.ofMillis(1), 2),
                listener);
        CreateScenes createScenes = new CreateScenes(
                new SceneDefaults(backends, flavors, listener),
                backends,
                new CreateScenes.Shelf(new FakeSceneFiles(store), RETENTION),
                runner,
                clock);
        GenerateCharacterReference generateCharacterReference = new GenerateCharacterReference(
                new CharacterDefaults(backends, flavors, listener), backends, intake, runner, clock);
        GenerateVideo generateVideo = generateVideo(runner);
        MergeVideos mergeVideos = new MergeVideos(
                new FilmDefaults(store, flavors, listener),
                new MergeVideos.Workshop(store, assets, intake, editor),
                runner,
                clock);
        return new MusicVideoStudio(
                createScenes,
                generateCharacterReference,
                generateVideo,
                mergeVideos,
                new CreateMusicVideo(createScenes, generateCharacterReference, generateVideo, mergeVideos, flavors),
                uploads,
                assets,
                backends,
                flavors,
                () -> closed.set(true));
    }

    private GenerateVideo generateVideo(JobRunner runner) {
        ReferenceImages references = new ReferenceImages(store, assets, uploads, new FakeRemoteFiles());
        VideoDefaults defaults = new VideoDefaults(backends, flavors, new ClipReferences(references), listener);
        return new GenerateVideo(defaults, backends, intake, runner, clock);
    }

    /** Puts bytes into the store as a video. */
    Asset storeVideo(byte[] bytes) {
        MediaInfo info = new MediaInfo(MediaType.MP4, new FrameSize(128, 72), Duration.ofMillis(8_040), true);
        return put(bytes, Collection.VIDEOS, info, null);
    }

    /** Puts bytes into the store that expire at this time. */
    Asset store(MediaType type, Instant expiresAt) {
        MediaInfo info = new MediaInfo(type, null, null, false);
        return put(new byte[10], Collection.UPLOADS, info, expiresAt);
    }

    private Asset put(byte[] bytes, Collection collection, MediaInfo info, @Nullable Instant expiresAt) {
        try (Draft draft = store.draft(info.type())) {
            Files.write(draft.file(), bytes);
            NewAsset as = NewAsset.of(new AssetId(UUID.randomUUID()), collection, info, MADE);
            return store.publish(draft, as.expiringAt(expiresAt));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
