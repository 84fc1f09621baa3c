package dev.mvstudio.adapter.firebase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.google.cloud.firestore.Firestore;
import com.google.cloud.firestore.FirestoreOptions;
import com.google.cloud.firestore.SetOptions;
import dev.mvstudio.adapter.firebase.FirebaseConfiguration.Hosts;
import dev.mvstudio.adapter.firebase.FirebaseConfiguration.Timing;
import dev.mvstudio.domain.asset.AssetId;
import dev.mvstudio.domain.asset.ImageFormat;
import dev.mvstudio.domain.asset.StorageException;
import dev.mvstudio.domain.image.FolderId;
import dev.mvstudio.domain.image.ImageSequence;
import dev.mvstudio.domain.image.ImageSequence.Image;
import dev.mvstudio.domain.image.ImageSequence.Look;
import dev.mvstudio.domain.image.ImageSequence.Scene;
import dev.mvstudio.domain.image.Sampling;
import dev.mvstudio.domain.image.SceneType;
import dev.mvstudio.domain.image.SequenceRecords;
import dev.mvstudio.domain.provider.Backend;
import dev.mvstudio.domain.provider.Model;
import dev.mvstudio.domain.provider.Secret;
import dev.mvstudio.testkit.image.SequenceRecordsContract;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What holds with any Firestore. */
abstract class FirestoreRecordsContract extends SequenceRecordsContract {
    private static final AtomicInteger STUDIOS = new AtomicInteger();
    private static final FolderId FOLDER = new FolderId("cliff-1");

    private final String document = "studios/s" + STUDIOS.incrementAndGet() + "/movies/{folder_id}";
    private final List<FirestoreSequenceRecords> open = new ArrayList<>();

    /** Host and port. */
    protected abstract String host();

    @AfterEach
    void close() {
        open.forEach(FirestoreSequenceRecords::close);
    }

    protected final FirestoreSequenceRecords records(String host, Timing timing) {
        return records(new FirebaseConfiguration(
                Rehearsal.PROJECT,
                Rehearsal.BUCKET,
                new ServiceAccount.Nobody(),
                Hosts.emulated(null, host),
                document,
                timing));
    }

    private FirestoreSequenceRecords records(FirebaseConfiguration configuration) {
        FirestoreSequenceRecords records = new FirestoreSequenceRecords(configuration);
        open.add(records);
        return records;
    }

    @Override
    protected SequenceRecords records() {
        return records(host(), Timing.USUAL);
    }

    private static ImageSequence sequence() {
        Scene one = new Scene(
                1, SceneType.CHARACTER, "on a cliff", "sunset", "a warrior on a cliff", Duration.ofMillis(2500), null);
        Scene two = new Scene(2, SceneType.B_ROLL, "in a cave", "", "a warrior in a cave", null, null);
        return new ImageSequence(
                FOLDER,
                new Backend("comfyui"),
                new Model("sd3.5"),
                7L,
                Sampling.USUAL,
                new Look("fog", ImageFormat.PNG, null),
                Instant.parse("2026-11-20T12:00:00Z"),
                List.of(one, two));
    }

    private Map<String, Object> raw(Map<String, Object> changes) throws Exception {
        FirestoreOptions options = FirestoreOptions.newBuilder()
                .setProjectId(Rehearsal.PROJECT)
                .setEmulatorHost(host())
                .setCredentials(new FirestoreOptions.EmulatorCredentials())
                .build();
        try (Firestore firestore = options.getService()) {
            var there = firestore.document(document.replace("{folder_id}", FOLDER.value()));
            if (!changes.isEmpty()) {
                there.set(changes, SetOptions.merge()).get();
            }
            return new HashMap<>(there.get().get().getData());
        }
    }

    @Test
    void people_read_it() throws Exception {
        records().open(sequence());
        Image image = new Image(new AssetId(UUID.randomUUID()), URI.create("https://example.org/1.png"), Instant.EPOCH);
        records().image(FOLDER, 1, image);

        Map<String, Object> document = raw(Map.of());

        assertThat(document)
                .containsEntry("folder_id", "cliff-1")
                .containsEntry(
                        "generation_params", Map.of("seed", 7L, "negative_prompt", "fog", "output_format", "png"))
                .containsEntry("metadata", Map.of("timestamp", "2026-11-20T12:00:00Z", "total_scenes", 2L));
        assertThat(((List<?>) document.get("scenes")).get(0))
                .isEqualTo(Map.of(
                        "scene_number", 1L,
                        "type", "character",
                        "description", "on a cliff",
                        "atmosphere", "sunset",
                        "prompt", "a warrior on a cliff",
                        "duration", 2.5,
                        "url", "https://example.org/1.png",
                        "asset_id", image.asset().toString(),
                        "created_at", "1970-01-01T00:00:00Z"));
    }

    @Test
    void an_address_that_ends_is_not_recorded() {
        ServiceAccount somebody = new ServiceAccount.Key("mv@example.iam.gserviceaccount.com", new Secret("unread"));
        SequenceRecords signing = records(new FirebaseConfiguration(
                Rehearsal.PROJECT,
                Rehearsal.BUCKET,
                somebody,
                Hosts.emulated(null, host()),
                document,
                Timing.USUAL,
                Duration.ofHours(1)));
        Image image = new Image(new AssetId(UUID.randomUUID()), URI.create("https://example.org/1.png"), Instant.EPOCH);
        signing.open(sequence());

        signing.image(FOLDER, 1, image);

        assertThat(records().find(FOLDER).orElseThrow().scene(1).orElseThrow().image())
                .isEqualTo(new Image(image.asset(), null, Instant.EPOCH));
    }

    @Test
    void documents_of_an_older_version_are_read() throws Exception {
        raw(Map.of(
                "backend", "comfyui",
                "model", "sd3.5",
                "generation_params", Map.of("seed", 7L),
                "metadata", Map.of("timestamp", "2026-11-20T12:00:00Z"),
                "scenes", List.of(Map.of("scene_number", 1L, "description", "rain", "atmosphere", "", "prompt", "r"))));

        ImageSequence old = records().find(FOLDER).orElseThrow();

        assertThat(old.look()).isNull();
        assertThat(old.seed()).isEqualTo(7);
        assertThat(old.scenes()).extracting(Scene::type).containsExactly(SceneType.CHARACTER);
    }

    @Test
    void what_others_wrote_stays_also_when_they_changed_the_order_of_scenes() throws Exception {
        raw(Map.of("title", "The Cliff", "metadata", Map.of("rating", 5L)));
        records().open(sequence());
        List<Object> scenes = new ArrayList<>((List<?>) raw(Map.of()).get("scenes"));
        Map<Object, Object> second = new HashMap<>((Map<?, ?>) scenes.remove(1));
        second.put("caption", "dark");
        scenes.add(0, second);
        raw(Map.of("scenes", scenes));

        records().image(FOLDER, 2, new Image(new AssetId(UUID.randomUUID()), null, Instant.EPOCH));

        Map<String, Object> document = raw(Map.of());
        assertThat(document).containsEntry("title", "The Cliff");
        assertThat(((Map<?, ?>) document.get("metadata")).get("rating")).isEqualTo(5L);
        Map<?, ?> first = (Map<?, ?>) ((List<?>) document.get("scenes")).get(0);
        assertThat(first.get("scene_number")).isEqualTo(2L);
        assertThat(first.get("caption")).isEqualTo("dark");
        assertThat(first.get("asset_id")).isNotNull();
        assertThat(records().find(FOLDER).orElseThrow().scene(1).orElseThrow().image())
                .isNull();
    }

    @Test
    void a_document_without_a_record_is_none() throws Exception {
        raw(Map.of("title", "The Cliff"));

        assertThat(records().find(FOLDER)).isEmpty();
    }

    @Test
    void a_record_that_was_broken_is_no_absence() throws Exception {
        records().open(sequence());
        raw(Map.of("scenes", "none"));

        assertThatExceptionOfType(StorageException.class)
                .isThrownBy(() -> records().find(FOLDER))
                .withMessageContaining("scenes is no list");
    }

    @Test
    void a_firestore_that_cannot_be_reached_is_told() {
        SequenceRecords nobody = records("127.0.0.1:1", Rehearsal.QUICK);

        assertThatExceptionOfType(StorageException.class)
                .isThrownBy(() -> nobody.find(FOLDER))
                .withMessageContaining("Firestore");
        assertThatExceptionOfType(StorageException.class).isThrownBy(() -> nobody.open(sequence()));
    }
}
