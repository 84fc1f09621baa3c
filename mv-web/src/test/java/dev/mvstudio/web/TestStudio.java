package dev.mvstudio.web;

import dev.mvstudio.application.MusicVideoStudio;
import dev.mvstudio.application.Ports;
import dev.mvstudio.application.StudioAssembly;
import dev.mvstudio.application.StudioConfiguration;
import dev.mvstudio.application.asset.AssetLimits;
import dev.mvstudio.application.asset.Retention;
import dev.mvstudio.application.job.GenerationListener;
import dev.mvstudio.application.job.Jobs;
import dev.mvstudio.application.provider.Backends;
import dev.mvstudio.application.provider.Checkups;
import dev.mvstudio.domain.asset.Asset;
import dev.mvstudio.domain.asset.AssetId;
import dev.mvstudio.domain.asset.Collection;
import dev.mvstudio.domain.asset.Draft;
import dev.mvstudio.domain.asset.FrameSize;
import dev.mvstudio.domain.asset.MediaInfo;
import dev.mvstudio.domain.asset.MediaType;
import dev.mvstudio.domain.asset.NewAsset;
import dev.mvstudio.domain.provider.Checkup;
import dev.mvstudio.testkit.asset.FakeAssetStore;
import dev.mvstudio.testkit.asset.FakeMediaProbe;
import dev.mvstudio.testkit.asset.FakeRemoteFiles;
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
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
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
    final FakeSequenceRecords sequences = new FakeSequenceRecords();
    final FakeVideoModel videos = new FakeVideoModel(Specs.FAKE);
    final FakeEditor editor = new FakeEditor();
    final FakeJobStore jobs = new FakeJobStore();
    final WatchedJobStore watched = new WatchedJobStore();
    final AtomicReference<String> dislikedPrompt = new AtomicReference<>();
    final FakeJobSchedule schedule = FakeJobSchedule.live();
    final AtomicBoolean closed = new AtomicBoolean();

    final FakeWebhookSender sender = new FakeWebhookSender();
    final FakeNoticeReceiver receiver = new FakeNoticeReceiver(Specs.FAKE, Clock.systemUTC());

    /** What is wrong, by subject. */
    final Map<String, List<String>> faults = new ConcurrentHashMap<>();

    private final FakeDocuments documents = new FakeDocuments();

    /** The studio. */
    MusicVideoStudio open(StudioConfiguration configuration) {
        Backends backends = new Backends(
                configuration.backends(),
                List.of(writer),
                List.of(images),
                List.of(new PickyVideoModel(videos, dislikedPrompt), new FakeVideoModel(Specs.OTHER)),
                List.of(receiver));
        Ports ports = new Ports(
                store,
                new FakeMediaProbe(),
                editor,
                new FakeRemoteFiles(),
                new FakeSceneFiles(store),
                sequences,
                new Jobs.Keeping(watched.before(jobs), schedule, documents),
                new Ports.Telling(sender, new FakeDeliveryStore(id -> true)));
        Jobs.Surroundings surroundings =
                new Jobs.Surroundings(Clock.systemUTC(), UUID::randomUUID, time -> Thread.sleep(time.dividedBy(10)));
        return new StudioAssembly(configuration, ports, backends, GenerationListener.NONE, surroundings)
                .studio(new Checkups(List.of(checkup("storage"), checkup(Specs.FAKE.name()))), () -> closed.set(true));
    }

    private Checkup checkup(String subject) {
        return new Checkup() {
            @Override
            public String subject() {
                return subject;
            }

            @Override
            public List<String> faults() {
                return faults.getOrDefault(subject, List.of());
            }
        };
    }

    /** Waits until a clip was begun. */
    void awaitStarted() {
        Eventually.isTrue(Duration.ofSeconds(20), () -> !videos.requests().isEmpty());
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
