package dev.mvstudio.testkit.asset;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.mvstudio.domain.asset.Asset;
import dev.mvstudio.domain.asset.AssetStore;
import dev.mvstudio.domain.asset.Collection;
import dev.mvstudio.domain.asset.MediaInfo;
import dev.mvstudio.domain.asset.MediaType;
import dev.mvstudio.domain.asset.NewAsset;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What every {@link AssetStore} must keep to. */
public abstract class AssetStoreContract extends ExpiryContract {
    /** Another store. */
    protected abstract AssetStore otherStore();

    @Test
    void a_store_has_one_name_for_all_and_another_one_than_other_stores() {
        String name = store().identity();

        assertThat(name).isNotBlank();
        assertThat(sameStore().identity()).isEqualTo(name);
        assertThat(store().identity()).isEqualTo(name);
        assertThat(otherStore().identity()).isNotEqualTo(name);
    }

    @Test
    void twenty_that_ask_for_its_name_at_once_by_two_ways_are_told_the_same() throws Exception {
        Set<String> names = ConcurrentHashMap.newKeySet();

        List<Throwable> failures = atOnce(IntStream.range(0, 20)
                .mapToObj(i -> (Runnable) () -> names.add((i % 2 == 0 ? store() : sameStore()).identity()))
                .toList());

        assertThat(failures).isEmpty();
        assertThat(names).hasSize(1);
        assertThat(store().identity()).isIn(names);
    }

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
}
