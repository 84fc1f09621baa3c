package dev.mvstudio.testkit.asset;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.mvstudio.domain.asset.Asset;
import dev.mvstudio.domain.asset.AssetId;
import dev.mvstudio.domain.asset.AssetStore;
import dev.mvstudio.domain.asset.Collection;
import dev.mvstudio.domain.asset.Content;
import dev.mvstudio.domain.asset.Draft;
import dev.mvstudio.domain.asset.MediaType;
import dev.mvstudio.domain.asset.NewAsset;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What every {@link AssetStore} must keep to while assets are published; a part of {@link AssetStoreContract}. */
abstract class PublishingContract {
    /** Of "hello". */
    static final String HELLO_SHA256 = "2cf24dba5fb0a30e26e83b2ac5b9e29e1b161e5c1fa7425e73043362938b9824";

    static final byte[] HELLO = "hello".getBytes(UTF_8);

    /** The store under test, empty at first; the same one all through a test. */
    protected abstract AssetStore store();

    /** A second way to the same assets, as another process has it. */
    protected abstract AssetStore sameStore();

    @Test
    void a_draft_is_private_until_it_is_published() throws IOException {
        AssetId id = NewAssets.id();
        try (Draft draft = store().draft(MediaType.MP4)) {
            Files.write(draft.file(), HELLO);

            assertThat(store().find(id)).isEmpty();
            assertThat(store().findBySha256(Collection.VIDEOS, HELLO_SHA256)).isEmpty();
        }
    }

    @Test
    void a_draft_does_not_exist_before_it_is_written_and_has_the_extension_of_its_format() {
        try (Draft known = store().draft(MediaType.JPEG);
                Draft unknown = store().draft(null)) {
            assertThat(known.file()).doesNotExist();
            assertThat(known.file().toString()).endsWith(".jpg");
            assertThat(unknown.file()).doesNotExist();
            assertThat(known.file()).isNotEqualTo(unknown.file());
        }
    }

    @Test
    void closing_a_draft_discards_it_and_closing_it_again_does_nothing() throws IOException {
        Draft draft = store().draft(MediaType.MP4);
        Files.write(draft.file(), HELLO);

        draft.close();
        draft.close();

        assertThat(draft.file()).doesNotExist();
    }

    @Test
    void publishing_takes_the_draft_away() throws IOException {
        try (Draft draft = store().draft(MediaType.MP4)) {
            Files.write(draft.file(), HELLO);
            store().publish(draft, NewAssets.clip(NewAssets.id()));

            assertThat(draft.file()).doesNotExist();
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> store().publish(draft, NewAssets.clip(NewAssets.id())));
        }
    }

    @Test
    void a_draft_that_was_not_written_cannot_be_published() {
        try (Draft draft = store().draft(MediaType.MP4)) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> store().publish(draft, NewAssets.clip(NewAssets.id())));
        }
    }

    @Test
    void an_id_is_published_once_and_the_first_stays() throws IOException {
        AssetId id = NewAssets.id();
        Asset first = NewAssets.publish(store(), NewAssets.clip(id), HELLO);
        NewAsset elsewhere =
                new NewAsset(id, Collection.VIDEOS, "videos/elsewhere.mp4", NewAssets.CLIP, NewAssets.NOON, null);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> NewAssets.publish(sameStore(), elsewhere, "other".getBytes(UTF_8)));

        assertThat(store().find(id)).contains(first);
        assertThat(read(store(), first)).isEqualTo(HELLO);
    }

    @Test
    void a_path_is_published_once_and_the_first_stays() throws IOException {
        Asset first = NewAssets.publish(store(), NewAssets.clip(NewAssets.id()), HELLO);
        NewAsset same =
                new NewAsset(NewAssets.id(), Collection.VIDEOS, first.path(), NewAssets.CLIP, NewAssets.NOON, null);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> NewAssets.publish(store(), same, "other".getBytes(UTF_8)));

        assertThat(store().find(same.id())).isEmpty();
        assertThat(read(store(), first)).isEqualTo(HELLO);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "/etc/passwd",
                "../out.mp4",
                "videos/../../out.mp4",
                "videos/./a.mp4",
                "videos//a.mp4",
                "videos/",
                "..",
                "videos\\..\\a.mp4",
                "C:/a.mp4",
                "videos/a\0.mp4",
                "videos/\u2215a.mp4",
                "videos/a\r\nb.mp4",
            })
    void a_path_that_is_not_plainly_below_the_root_is_refused(String path) {
        NewAsset as = new NewAsset(NewAssets.id(), Collection.VIDEOS, path, NewAssets.CLIP, NewAssets.NOON, null);

        assertThatIllegalArgumentException().isThrownBy(() -> NewAssets.publish(store(), as, HELLO));
        assertThat(store().find(as.id())).isEmpty();
    }

    @Test
    void a_hundred_publish_at_once_by_two_ways_and_all_are_there() throws Exception {
        List<AssetId> ids =
                IntStream.range(0, 100).mapToObj(i -> NewAssets.id()).toList();
        store();

        List<Throwable> failures = atOnce(ids.stream()
                .map(id -> (Runnable) () ->
                        NewAssets.publish(ids.indexOf(id) % 2 == 0 ? store() : sameStore(), NewAssets.clip(id), HELLO))
                .toList());

        assertThat(failures).isEmpty();
        for (AssetId id : ids) {
            assertThat(read(store(), sameStore().find(id).orElseThrow())).isEqualTo(HELLO);
        }
        assertThat(store().findBySha256(Collection.VIDEOS, HELLO_SHA256)).isPresent();
    }

    @Test
    void of_ten_that_publish_the_same_id_at_once_one_wins() throws Exception {
        AssetId id = NewAssets.id();

        List<Throwable> failures = atOnce(IntStream.range(0, 10)
                .mapToObj(i -> (Runnable) () -> NewAssets.publish(
                        i % 2 == 0 ? store() : sameStore(), NewAssets.clip(id), ("bytes" + i).getBytes(UTF_8)))
                .toList());

        assertThat(failures).hasSize(9).allMatch(e -> e instanceof IllegalArgumentException);
        assertThat(read(store(), store().find(id).orElseThrow())).hasSize(6);
    }

    static List<Throwable> atOnce(List<Runnable> tasks) throws InterruptedException {
        ConcurrentLinkedQueue<Throwable> failures = new ConcurrentLinkedQueue<>();
        List<Thread> threads = new ArrayList<>();
        for (Runnable task : tasks) {
            threads.add(Thread.ofVirtual()
                    .uncaughtExceptionHandler((thread, e) -> failures.add(e))
                    .start(task));
        }
        for (Thread thread : threads) {
            thread.join();
        }
        return List.copyOf(failures);
    }

    static byte[] read(AssetStore store, Asset asset) throws IOException {
        try (InputStream in = open(store, asset)) {
            return in.readAllBytes();
        }
    }

    static InputStream open(AssetStore store, Asset asset) throws IOException {
        return switch (store.content(asset)) {
            case Content.LocalFile(Path path) -> Files.newInputStream(path);
            case Content.Remote(var bytes) -> bytes.open();
        };
    }
}
