package dev.mvstudio.application;

import dev.mvstudio.application.asset.AssetLimits;
import dev.mvstudio.application.asset.Assets;
import dev.mvstudio.application.asset.Retention;
import dev.mvstudio.application.asset.SweepAssets;
import dev.mvstudio.application.asset.UploadAsset;
import dev.mvstudio.application.character.GenerateCharacterReference;
import dev.mvstudio.application.film.CreateMusicVideo;
import dev.mvstudio.application.film.MergeVideos;
import dev.mvstudio.application.image.GenerateImages;
import dev.mvstudio.application.job.GenerationListener;
import dev.mvstudio.application.job.Job;
import dev.mvstudio.application.job.JobTiming;
import dev.mvstudio.application.job.Jobs;
import dev.mvstudio.application.job.Plan;
import dev.mvstudio.application.provider.Backends;
import dev.mvstudio.application.scene.CreateScenes;
import dev.mvstudio.application.video.GenerateVideo;
import dev.mvstudio.application.webhook.WebhookSettings;
import dev.mvstudio.domain.asset.FrameSize;
import dev.mvstudio.domain.asset.ImageFormat;
import dev.mvstudio.domain.film.MergeRequest;
import dev.mvstudio.domain.film.Merged;
import dev.mvstudio.domain.film.Slide;
import dev.mvstudio.domain.film.VideoEditor;
import dev.mvstudio.domain.image.SequenceRecords;
import dev.mvstudio.domain.job.JobStore;
import dev.mvstudio.domain.provider.BackendSettings;
import dev.mvstudio.domain.provider.Lane;
import dev.mvstudio.domain.provider.Pace;
import dev.mvstudio.domain.video.VideoModel;
import dev.mvstudio.testkit.asset.FakeAssetStore;
import dev.mvstudio.testkit.asset.FakeMediaProbe;
import dev.mvstudio.testkit.asset.FakeRemoteFiles;
import dev.mvstudio.testkit.film.FakeVideoEditor;
import dev.mvstudio.testkit.image.FakeImageModel;
import dev.mvstudio.testkit.image.FakeSequenceRecords;
import dev.mvstudio.testkit.job.FakeDocuments;
import dev.mvstudio.testkit.job.FakeJobSchedule;
import dev.mvstudio.testkit.job.FakeJobStore;
import dev.mvstudio.testkit.provider.FakeNoticeReceiver;
import dev.mvstudio.testkit.scene.FakeSceneFiles;
import dev.mvstudio.testkit.scene.FakeSceneWriter;
import dev.mvstudio.testkit.video.FakeVideoModel;
import dev.mvstudio.testkit.webhook.FakeDeliveryStore;
import dev.mvstudio.testkit.webhook.FakeWebhookSender;
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
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** A studio of fakes. */
public final class FakeStudio {
    public static final Instant NOW = Instant.parse("2025-11-16T10:30:25.750Z");
    public static final Retention RETENTION =
            new Retention(Duration.ofDays(30), Duration.ofDays(90), Duration.ofDays(365));

    public final FakeAssetStore store = new FakeAssetStore();
    public final FakeSceneWriter writer = new FakeSceneWriter(Specs.FAKE);
    public final FakeImageModel images = new FakeImageModel(Specs.FAKE);
    public final FakeImageModel lesserImages = new FakeImageModel(Specs.OTHER);
    public final FakeSequenceRecords sequences = new FakeSequenceRecords();
    public final FakeVideoModel videos = new FakeVideoModel(Specs.FAKE);
    public final FakeVideoModel lesserVideos = new FakeVideoModel(Specs.OTHER);
    public final FakeRemoteFiles remote = new FakeRemoteFiles();
    public final FakeNoticeReceiver receiver;
    public final List<MergeRequest> merged = Collections.synchronizedList(new ArrayList<>());
    public final List<String> heard = Collections.synchronizedList(new ArrayList<>());

    /** Who converts, lays out and shows pictures. */
    public final FakeVideoEditor pictures = new FakeVideoEditor();

    public final FakeJobStore jobStore = new FakeJobStore();

    /** The lane of {@link Specs#FAKE} for whoever is opened from now on. */
    public Lane lane = Lane.open(Specs.FAKE.name());

    /** How often {@link Specs#FAKE} is asked by whoever is opened from now on. */
    public Pace pace = Pace.USUAL;

    /** What comes between the jobs and whoever is opened from now on. */
    public UnaryOperator<JobStore> between = store -> store;

    /** What comes between the video model and whoever is opened from now on. */
    public UnaryOperator<VideoModel> betweenVideos = model -> model;

    /** What comes between the records of sequences and whoever is opened from now on. */
    public UnaryOperator<SequenceRecords> betweenSequences = records -> records;

    public final FakeJobSchedule schedule;
    public final FakeDocuments documents = new FakeDocuments();
    public final MusicVideoStudio studio;
    public final CreateScenes createScenes;
    public final GenerateCharacterReference generateCharacterReference;
    public final GenerateVideo generateVideo;
    public final MergeVideos mergeVideos;
    public final CreateMusicVideo createMusicVideo;
    public final GenerateImages generateImages;
    public final Jobs jobs;
    public final Assets assets;
    public final UploadAsset uploads;
    public final SweepAssets sweep;

    /** What the clock shows, unless another one was given. */
    public volatile Instant now = NOW;

    /** One that works by itself, with a clock that stands still. */
    public FakeStudio() {
        this(FakeJobSchedule.live(), null);
        studio.begin();
    }

    /** One whose jobs are moved along by a test, once it has begun. */
    public FakeStudio(FakeJobSchedule schedule, @Nullable Clock own) {
        Clock clock = own == null ? new StudioClock() : own;
        this.receiver = new FakeNoticeReceiver(Specs.FAKE, clock);
        this.schedule = schedule;
        this.sweep = new SweepAssets(store, RETENTION, Duration.ZERO, clock);
        this.studio = open(clock);
        this.createScenes = studio.createScenes();
        this.generateCharacterReference = studio.generateCharacterReference();
        this.generateVideo = studio.generateVideo();
        this.mergeVideos = studio.mergeVideos();
        this.createMusicVideo = studio.createMusicVideo();
        this.generateImages = studio.generateImages();
        this.jobs = studio.jobs();
        this.assets = studio.assets();
        this.uploads = studio.uploadAsset();
    }

    /** Another process over the same disk, database and backends. */
    public MusicVideoStudio open(Clock clock) {
        Ports ports = new Ports(
                store,
                new FakeMediaProbe(),
                new Editor(),
                remote,
                new FakeSceneFiles(store),
                betweenSequences.apply(sequences),
                new Jobs.Keeping(between.apply(jobStore), schedule, documents),
                new Ports.Telling(
                        new FakeWebhookSender(),
                        new FakeDeliveryStore(id -> jobStore.find(id).isPresent())));
        Backends backends = new Backends(
                backendSettings(),
                List.of(writer),
                List.of(images, lesserImages),
                List.of(betweenVideos.apply(videos), lesserVideos),
                List.of(receiver));
        return new StudioAssembly(
                        configuration(),
                        ports,
                        backends,
                        new Listener(),
                        new Jobs.Surroundings(clock, UUID::randomUUID, Thread::sleep))
                .studio(() -> {});
    }

    private StudioConfiguration configuration() {
        Settings settings = new Settings(
                new Settings.Server("127.0.0.1", 0, null, 1, Duration.ZERO, Duration.ZERO, false),
                Path.of("data"),
                false,
                new JobTiming(Duration.ofSeconds(60), Duration.ofMillis(10), 2, 3, Duration.ZERO),
                new Settings.Queues(10, 10, 10),
                new AssetLimits(1_000, 2_000, 1_000_000),
                new Settings.Editor(null, Duration.ZERO, 1),
                RETENTION,
                WebhookSettings.OFF,
                null);
        return new StudioConfiguration(settings, Specs.flavors(), backendSettings(), List.of());
    }

    private List<BackendSettings> backendSettings() {
        return Specs.backends().stream()
                .map(b -> b.backend().equals(Specs.FAKE)
                        ? new BackendSettings(
                                b.backend(),
                                b.models(),
                                b.credentialVariables(),
                                b.credential(),
                                b.options(),
                                lane,
                                pace,
                                null)
                        : b)
                .toList();
    }

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
        public void convert(Path picture, Path target, ImageFormat format) {
            pictures.convert(picture, target, format);
        }

        @Override
        public void contactSheet(List<Slide> slides, FrameSize cell, Path target) {
            pictures.contactSheet(slides, cell, target);
        }

        @Override
        public void slideshow(List<Slide> slides, FrameSize frame, Path target, DoubleConsumer progress) {
            pictures.slideshow(slides, frame, target, progress);
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
