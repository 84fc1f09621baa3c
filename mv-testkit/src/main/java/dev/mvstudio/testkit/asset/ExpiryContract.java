package dev.mvstudio.testkit.asset;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.mvstudio.domain.asset.Asset;
import dev.mvstudio.domain.asset.AssetId;
import dev.mvstudio.domain.asset.AssetStore;
import dev.mvstudio.domain.asset.Collection;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What every {@link AssetStore} must keep to when assets expire; a part of {@link AssetStoreContract}. */
abstract class ExpiryContract extends PublishingContract {
    private static final Instant TIME = NewAssets.NOON.plus(Duration.ofDays(30));
    private static final Duration MOMENT = Duration.ofNanos(1_000);

    private Asset clip(@Nullable Instant expiresAt) {
        return clip(NewAssets.id(), expiresAt);
    }

    private Asset clip(AssetId id, @Nullable Instant expiresAt) {
        return NewAssets.publish(store(), NewAssets.clip(id).expiringAt(expiresAt), HELLO);
    }

    @Test
    void an_asset_is_expired_from_its_time_on_and_one_without_a_time_never() {
        Asset clip = clip(TIME);
        clip(null);

        assertThat(store().expired(TIME.minus(MOMENT), 10)).isEmpty();
        assertThat(store().expired(TIME, 10)).containsExactly(clip);
        assertThat(sameStore().expired(Instant.parse("9999-01-01T00:00:00Z"), 10))
                .containsExactly(clip);
    }

    @Test
    void an_empty_store_has_nothing_that_expired() {
        assertThat(store().expired(TIME, 10)).isEmpty();
        assertThat(store().findExpired(NewAssets.id())).isEmpty();
        assertThat(store().forgetExpired(TIME)).isZero();
    }

    @Test
    void no_more_expired_ones_are_listed_than_asked_for() {
        IntStream.range(0, 5).forEach(i -> clip(TIME));

        assertThat(store().expired(TIME, 3)).hasSize(3);
        assertThat(store().expired(TIME, 5)).hasSize(5).doesNotHaveDuplicates();
    }

    @Test
    void an_asset_whose_time_is_up_stays_until_it_is_removed() throws IOException {
        Asset clip = clip(NewAssets.NOON);

        assertThat(store().find(clip.id())).contains(clip);
        assertThat(store().findExpired(clip.id())).isEmpty();
        assertThat(read(store(), clip)).isEqualTo(HELLO);
    }

    @Test
    void what_expired_is_gone_and_remembered() {
        Asset clip = clip(TIME);

        assertThat(store().expire(clip.id(), TIME)).isTrue();

        assertThat(sameStore().find(clip.id())).isEmpty();
        assertThat(sameStore().findBySha256(Collection.VIDEOS, HELLO_SHA256)).isEmpty();
        assertThat(sameStore().expired(TIME, 10)).isEmpty();
        assertThat(sameStore().findExpired(clip.id())).contains(clip);
        assertThat(store().expire(clip.id(), TIME)).as("a second time").isFalse();
        assertThat(store().delete(clip.id())).isFalse();
    }

    @Test
    void what_was_only_deleted_is_not_remembered() {
        Asset clip = clip(TIME);

        store().delete(clip.id());

        assertThat(store().findExpired(clip.id())).isEmpty();
    }

    @Test
    void before_its_time_an_asset_does_not_expire() {
        Asset clip = clip(TIME);
        Asset kept = clip(null);

        assertThat(store().expire(clip.id(), TIME.minus(MOMENT))).isFalse();
        assertThat(store().expire(kept.id(), TIME)).isFalse();
        assertThat(store().expire(NewAssets.id(), TIME)).isFalse();
        assertThat(store().find(clip.id())).contains(clip);
        assertThat(store().find(kept.id())).contains(kept);
    }

    @Test
    void who_reads_an_asset_that_expires_can_finish() throws IOException {
        Asset clip = clip(TIME);

        try (InputStream in = open(store(), clip)) {
            assertThat(in.read()).isEqualTo('h');
            store().expire(clip.id(), TIME);
            assertThat(in.readAllBytes()).isEqualTo("ello".getBytes(UTF_8));
        }
    }

    @Test
    void an_asset_that_is_kept_at_the_last_moment_stays() throws IOException {
        Asset clip = clip(TIME);
        assertThat(store().expired(TIME, 10)).containsExactly(clip);

        Asset kept = sameStore().expireAt(clip.id(), null);

        assertThat(kept).isEqualTo(clip.expiringAt(null));
        assertThat(store().expire(clip.id(), TIME)).isFalse();
        assertThat(store().find(clip.id())).contains(kept);
        assertThat(store().findBySha256(Collection.VIDEOS, HELLO_SHA256)).contains(kept);
        assertThat(read(store(), kept)).isEqualTo(HELLO);
    }

    @Test
    void its_time_can_be_set_again_and_again() {
        Asset clip = clip(null);

        store().expireAt(clip.id(), TIME);
        Asset later = store().expireAt(clip.id(), TIME.plus(MOMENT));

        assertThat(store().expired(TIME, 10)).isEmpty();
        assertThat(store().expired(TIME.plus(MOMENT), 10)).containsExactly(later);
    }

    @Test
    void an_asset_that_is_not_there_gets_no_time() {
        Asset clip = clip(TIME);
        store().expire(clip.id(), TIME);

        assertThatExceptionOfType(NoSuchElementException.class)
                .isThrownBy(() -> store().expireAt(NewAssets.id(), TIME))
                .withMessageStartingWith("there is no asset");
        assertThatExceptionOfType(NoSuchElementException.class).isThrownBy(() -> store().expireAt(clip.id(), null));
    }

    @Test
    void the_names_of_what_expired_are_free_and_the_new_one_is_remembered_instead() {
        AssetId id = NewAssets.id();
        clip(id, TIME);
        store().expire(id, TIME);

        Asset again = clip(id, TIME.plus(MOMENT));

        assertThat(store().find(id)).contains(again);
        assertThat(sameStore().findExpired(id)).isEmpty();
        store().expire(id, TIME.plus(MOMENT));
        assertThat(sameStore().findExpired(id)).contains(again);
    }

    @Test
    void what_expired_before_a_moment_is_forgotten() {
        Asset early = clip(TIME.minus(MOMENT));
        Asset late = clip(TIME);
        Asset there = clip(TIME.minus(MOMENT));
        store().expire(early.id(), TIME);
        store().expire(late.id(), TIME);

        assertThat(sameStore().forgetExpired(TIME)).isEqualTo(1);

        assertThat(store().findExpired(early.id())).isEmpty();
        assertThat(store().findExpired(late.id())).contains(late);
        assertThat(store().find(there.id())).contains(there);
        assertThat(store().forgetExpired(TIME)).isZero();
    }

    @Test
    void of_keeping_and_expiring_at_once_one_wins() throws Exception {
        List<Asset> clips = IntStream.range(0, 20).mapToObj(i -> clip(TIME)).toList();
        Stream<Runnable> keep = clips.stream().map(c -> () -> store().expireAt(c.id(), null));
        Stream<Runnable> expire = clips.stream().map(c -> () -> sameStore().expire(c.id(), TIME));

        List<Throwable> failures = atOnce(Stream.concat(keep, expire).toList());

        assertThat(failures).allMatch(e -> e instanceof NoSuchElementException);
        List<Asset> kept =
                clips.stream().flatMap(c -> store().find(c.id()).stream()).toList();
        assertThat(kept).hasSize(20 - failures.size()).allMatch(a -> a.expiresAt() == null);
        for (Asset clip : clips) {
            assertThat(store().findExpired(clip.id()).isPresent())
                    .isNotEqualTo(store().find(clip.id()).isPresent());
        }
    }
}
