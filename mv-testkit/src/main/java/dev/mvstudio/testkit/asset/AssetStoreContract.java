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
import dev.mvstudio.domain.asset.MediaInfo;
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

/** What every {@link AssetStore} must keep to. */
public abstract class AssetStoreContract {
    /** Of "hello". */
    private static final String HELLO_SHA256 = "2cf24dba5fb0a30e26e83b2ac5b9e29e1b161e5c1fa7425e73043362938b9824";

    private static final byte[] HELLO = "hello".getBytes(UTF_8);

    /** The store under test, empty at first; the same one all through a test. */
    protected abstract AssetStore store();

    /** A second way to the same assets, as another process has it. */
    protected abstract AssetStore sameStore();

    @Test
    void what_was_published_is_found_as_it_was_described() {
        NewAsset as = new NewAsset(
                NewAssets.id(),
                Collection.SCENES,
                "scenes/one/two.mp4",
                NewAssets.CLIP,
                NewAssets.NOON,
                NewAssets.NOON);

        Asset asset = NewAssets.publish(store(), as, HELLO);

        assertThat(asset)
                .isEqualTo(new Asset(
                        as.id(),
                        as.collection(),
                        as.path(),
                        as.info(),
                        5,
                        HELLO_SHA256,
                        as.createdAt(),
                        as.expiresAt()));
        assertThat(store().find(as.id())).contains(asset);
        assertThat(sameStore().find(as.id())).contains(asset);
    }

    @Test
    void unknown_facts_stay_unknown() {
        MediaInfo text = new MediaInfo(MediaType.MARKDOWN, null, null, false);
        NewAsset as = new NewAsset(NewAssets.id(), Collection.SCENES, "scenes/a.md", text, NewAssets.NOON, null);

        NewAssets.publish(store(), as, HELLO);

        assertThat(sameStore().find(as.id()).orElseThrow())
                .extracting(Asset::info, Asset::expiresAt)
                .containsExactly(text, null);
    }

    @Test
    void its_bytes_are_those_that_were_written() throws IOException {
        Asset asset = NewAssets.publish(store(), NewAssets.clip(NewAssets.id()), HELLO);

        assertThat(read(sameStore(), asset)).isEqualTo(HELLO);
    }

    @Test
    void an_empty_file_is_an_asset_too() throws IOException {
        Asset asset = NewAssets.publish(store(), NewAssets.clip(NewAssets.id()), new byte[0]);

        assertThat(asset.size()).isZero();
        assertThat(read(store(), asset)).isEmpty();
    }

    @Test
    void an_unknown_id_is_not_found_and_not_deleted() {
        assertThat(store().find(NewAssets.id())).isEmpty();
        assertThat(store().delete(NewAssets.id())).isFalse();
    }

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
    void bytes_are_found_by_their_checksum_within_their_collection() {
        Asset asset = NewAssets.publish(store(), NewAssets.clip(NewAssets.id()), HELLO);

        assertThat(sameStore().findBySha256(Collection.VIDEOS, HELLO_SHA256)).contains(asset);
        assertThat(store().findBySha256(Collection.UPLOADS, HELLO_SHA256)).isEmpty();
        assertThat(store().findBySha256(Collection.VIDEOS, "0".repeat(64))).isEmpty();
    }

    @Test
    void of_two_with_the_same_bytes_the_other_is_found_when_one_is_deleted() {
        Asset one = NewAssets.publish(store(), NewAssets.clip(NewAssets.id()), HELLO);
        Asset two = NewAssets.publish(store(), NewAssets.clip(NewAssets.id()), HELLO);

        store().delete(one.id());
        assertThat(store().findBySha256(Collection.VIDEOS, HELLO_SHA256)).contains(two);
        store().delete(two.id());
        assertThat(store().findBySha256(Collection.VIDEOS, HELLO_SHA256)).isEmpty();
    }

    @Test
    void what_was_deleted_is_gone_for_all_and_its_names_are_free() throws IOException {
        Asset asset = NewAssets.publish(store(), NewAssets.clip(NewAssets.id()), HELLO);

        assertThat(sameStore().delete(asset.id())).isTrue();

        assertThat(store().find(asset.id())).isEmpty();
        assertThat(store().delete(asset.id())).isFalse();
        Asset again = NewAssets.publish(store(), NewAssets.clip(asset.id()), "again".getBytes(UTF_8));
        assertThat(read(store(), again)).isEqualTo("again".getBytes(UTF_8));
    }

    @Test
    void who_reads_a_deleted_asset_can_finish() throws IOException {
        Asset asset = NewAssets.publish(store(), NewAssets.clip(NewAssets.id()), HELLO);

        try (InputStream in = open(store(), asset)) {
            assertThat(in.read()).isEqualTo('h');
            store().delete(asset.id());
            assertThat(in.readAllBytes()).isEqualTo("ello".getBytes(UTF_8));
        }
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

    private static List<Throwable> atOnce(List<Runnable> tasks) throws InterruptedException {
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

    private static byte[] read(AssetStore store, Asset asset) throws IOException {
        try (InputStream in = open(store, asset)) {
            return in.readAllBytes();
        }
    }

    private static InputStream open(AssetStore store, Asset asset) throws IOException {
        return switch (store.content(asset)) {
            case Content.LocalFile(Path path) -> Files.newInputStream(path);
            case Content.Remote(var bytes) -> bytes.open();
        };
    }
}
