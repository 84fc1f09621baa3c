package dev.mvstudio.adapter.firebase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.mvstudio.domain.asset.AssetId;
import dev.mvstudio.domain.image.FolderId;
import dev.mvstudio.domain.image.ImageSequence;
import dev.mvstudio.domain.image.ImageSequence.Image;
import dev.mvstudio.domain.image.ImageSequence.Scene;
import dev.mvstudio.domain.image.Sampling;
import dev.mvstudio.domain.image.SceneType;
import dev.mvstudio.domain.image.SequenceRecords;
import dev.mvstudio.domain.provider.Backend;
import dev.mvstudio.domain.provider.Model;
import dev.mvstudio.testkit.storage.FirestoreEmulator;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The same against Google's own emulator, whose transactions are real: with many at one document at once. */
class FirestoreContentionTest extends FirestoreRecordsContract {
    private static final int MANY = 20;
    private static FirestoreEmulator emulator;

    @BeforeAll
    static void start() {
        emulator = FirestoreEmulator.ofGoogle().orElse(null);
        assumeTrue(
                emulator != null,
                "there is no gcloud here, or its emulator is missing (gcloud components install cloud-firestore-emulator)");
    }

    @AfterAll
    static void stop() {
        if (emulator != null) {
            emulator.close();
        }
    }

    @Override
    protected String host() {
        return emulator.host();
    }

    @Test
    void many_scenes_that_are_done_at_once_on_several_servers_all_get_their_image() throws Exception {
        FolderId folder = new FolderId("crowded");
        List<Scene> scenes = IntStream.rangeClosed(1, MANY)
                .mapToObj(i -> new Scene(i, SceneType.CHARACTER, "view " + i, "", "a robot, view " + i, null, null))
                .toList();
        records()
                .open(new ImageSequence(
                        folder,
                        new Backend("comfyui"),
                        new Model("sd3.5"),
                        7L,
                        Sampling.USUAL,
                        null,
                        Instant.parse("2026-11-20T12:00:00Z"),
                        scenes));
        List<SequenceRecords> servers = List.of(records(), records(), records(), records());

        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> all = scenes.stream()
                    .<Future<?>>map(s -> threads.submit(() -> servers.get(s.number() % servers.size())
                            .image(folder, s.number(), new Image(new AssetId(UUID.randomUUID()), null, Instant.EPOCH))))
                    .toList();
            for (Future<?> one : all) {
                one.get();
            }
        }

        assertThat(records().find(folder).orElseThrow().scenes()).hasSize(MANY).allMatch(s -> s.image() != null);
    }
}
