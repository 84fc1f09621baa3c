package dev.mvstudio.cli;

import dev.mvstudio.application.MusicVideoStudio;
import dev.mvstudio.application.Ports;
import dev.mvstudio.application.Settings;
import dev.mvstudio.application.StudioAssembly;
import dev.mvstudio.application.StudioConfiguration;
import dev.mvstudio.application.StudioLauncher;
import dev.mvstudio.application.asset.AssetLimits;
import dev.mvstudio.application.asset.Retention;
import dev.mvstudio.application.image.SequenceFile;
import dev.mvstudio.application.job.GenerationListener;
import dev.mvstudio.application.job.JobKind;
import dev.mvstudio.application.job.JobTiming;
import dev.mvstudio.application.job.Jobs;
import dev.mvstudio.application.job.Plan;
import dev.mvstudio.application.job.Submission;
import dev.mvstudio.application.provider.Backends;
import dev.mvstudio.application.video.GenerateVideoCommand;
import dev.mvstudio.application.webhook.WebhookSettings;
import dev.mvstudio.domain.job.JobId;
import dev.mvstudio.domain.job.JobSchedule;
import dev.mvstudio.domain.provider.ErrorCode;
import dev.mvstudio.domain.provider.Status;
import dev.mvstudio.testkit.asset.FakeAssetStore;
import dev.mvstudio.testkit.asset.FakeMediaProbe;
import dev.mvstudio.testkit.asset.FakeRemoteFiles;
import dev.mvstudio.testkit.image.FakeImageModel;
import dev.mvstudio.testkit.image.FakeSequenceRecords;
import dev.mvstudio.testkit.job.FakeDocuments;
import dev.mvstudio.testkit.job.FakeJobSchedule;
import dev.mvstudio.testkit.job.FakeJobStore;
import dev.mvstudio.testkit.scene.FakeSceneFiles;
import dev.mvstudio.testkit.scene.FakeSceneWriter;
import dev.mvstudio.testkit.video.FakeVideoModel;
import dev.mvstudio.testkit.webhook.FakeDeliveryStore;
import dev.mvstudio.testkit.webhook.FakeWebhookSender;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Puts a studio of fakes together. */
final class FakeLauncher implements StudioLauncher {
    static final Clock CLOCK = Clock.fixed(Instant.parse("2025-11-16T10:30:25.750Z"), ZoneOffset.UTC);

    static final Status[] ENDLESS =
            Collections.nCopies(100_000, new Status.Running(0.5)).toArray(Status[]::new);

    final FakeAssetStore store;
    final FakeSceneWriter writer;
    final FakeImageModel images;
    final FakeSequenceRecords sequences;
    final FakeVideoModel videos;
    final CopyingEditor editor;
    final FakeJobStore jobs;
    final FakeDocuments documents;
    final AtomicInteger closed = new AtomicInteger();

    /** Time goes on from {@link #CLOCK}. */
    private final Clock clock = Clock.offset(Clock.systemUTC(), Duration.between(Instant.now(), CLOCK.instant()));

    Supplier<UUID> ids = UUID::randomUUID;

    /** How many films are made at once, and one fewer may wait. */
    int films = 4;

    /** Told of each plan, before anything is done about it. */
    Consumer<Plan<?>> onPlanned = plan -> {};

    /** How long a clip may take. */
    Duration timeout = Duration.ofSeconds(60);

    @Nullable
    RuntimeException unreadable;

    @Nullable
    Launch launch;

    private final JobSchedule schedule;

    FakeLauncher() {
        store = new FakeAssetStore();
        writer = new FakeSceneWriter(Specs.FAKE);
        images = new FakeImageModel(Specs.FAKE);
        sequences = new FakeSequenceRecords();
        videos = new FakeVideoModel(Specs.FAKE);
        editor = new CopyingEditor();
        jobs = new FakeJobStore();
        documents = new FakeDocuments();
        schedule = FakeJobSchedule.live();
    }

    private FakeLauncher(FakeLauncher first) {
        store = first.store;
        writer = first.writer;
        images = first.images;
        sequences = first.sequences;
        videos = first.videos;
        editor = first.editor;
        jobs = first.jobs;
        documents = first.documents;
        schedule = new SharedSchedule(first.schedule);
    }

    /** One of another process, which leaves the work to this one. */
    FakeLauncher beside() {
        return new FakeLauncher(this);
    }

    /** Lets the clip after this many, filmed one after the other, never end. */
    void stallAfterClips(int count) {
        afterClips(count, () -> videos.script(ENDLESS));
    }

    /** Lets the clips after this many, filmed one after the other, fail. */
    void failAfterClips(int count) {
        afterClips(count, () -> videos.fail(ErrorCode.CONTENT_POLICY_VIOLATION));
    }

    private void afterClips(int count, Runnable action) {
        onPlanned = plan -> {
            if (plan.kind() == JobKind.GENERATE_VIDEO && videos.requests().size() == count) {
                action.run();
            }
        };
    }

    private record SharedSchedule(JobSchedule first) implements JobSchedule {
        @Override
        public void start(Map<Task, Worker> workers) {}

        @Override
        public void wake(Task task, String name) {
            first.wake(task, name);
        }

        @Override
        public void ensure(Task task, Collection<String> names) {
            first.ensure(task, names);
        }

        @Override
        public void close() {}
    }

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
                new JobTiming(timeout, Duration.ofMillis(10), 2, 2, Duration.ZERO),
                new Settings.Queues(films, films - 1, 4),
                new AssetLimits(1_000, 2_000, 1_000_000),
                new Settings.Editor(null, Duration.ZERO, 1),
                Retention.FOREVER,
                WebhookSettings.OFF,
                null);
        return new StudioConfiguration(settings, Specs.flavors(), Specs.backends(), List.of());
    }

    @Override
    public SequenceFile readSequence(Path file, String shown) {
        return StudioLauncher.find().readSequence(file, shown);
    }

    @Override
    public MusicVideoStudio open(StudioConfiguration c) {
        Backends backends = new Backends(c.backends(), List.of(writer), List.of(images), List.of(videos));
        GenerationListener listener = new GenerationListener() {
            @Override
            public void planned(Object command, Object configured, Plan<?> plan) {
                onPlanned.accept(plan);
            }
        };
        Ports ports = new Ports(
                store,
                new FakeMediaProbe(),
                editor,
                new FakeRemoteFiles(),
                new FakeSceneFiles(store),
                sequences,
                new Jobs.Keeping(jobs, schedule, documents),
                new Ports.Telling(
                        new FakeWebhookSender(),
                        new FakeDeliveryStore(id -> jobs.find(id).isPresent())));
        Jobs.Surroundings surroundings = new Jobs.Surroundings(clock, () -> ids.get(), Thread::sleep);
        return new StudioAssembly(c, ports, backends, listener, surroundings).studio(closed::incrementAndGet);
    }

    /** Orders a clip in a process that dies before it begins. */
    JobId leave(String prompt) {
        try (MusicVideoStudio studio = open(read(new Launch(Map.of(), Path.of(""), Path.of("data"))))) {
            return studio.generateVideo()
                    .submit(GenerateVideoCommand.of(prompt), Submission.LOCAL)
                    .id();
        }
    }
}
