package dev.mvstudio.application.asset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mvstudio.application.FakeStudio;
import dev.mvstudio.application.character.GenerateCharacterReferenceCommand;
import dev.mvstudio.application.film.MergeVideosCommand;
import dev.mvstudio.application.job.Progress;
import dev.mvstudio.application.request.NotFoundException;
import dev.mvstudio.application.scene.CreateScenesCommand;
import dev.mvstudio.application.video.GenerateVideoCommand;
import dev.mvstudio.domain.asset.Asset;
import dev.mvstudio.domain.asset.AssetId;
import dev.mvstudio.domain.asset.Collection;
import dev.mvstudio.domain.asset.MediaType.Family;
import dev.mvstudio.testkit.asset.FakeMediaProbe;
import dev.mvstudio.testkit.video.FakeVideoModel;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ExpiryTest {
    private static final Instant EXPIRY = FakeStudio.NOW.plus(Duration.ofDays(30));
    private static final Set<Family> VIDEO = Set.of(Family.VIDEO);

    /** Image sequences have tests of their own. */
    private static final Set<Collection> MEDIA = EnumSet.complementOf(EnumSet.of(Collection.SEQUENCES));

    private final FakeStudio studio = new FakeStudio();

    private Asset clip() {
        return studio.generateVideo
                .generate(GenerateVideoCommand.of("a clip"), Progress.NONE)
                .video();
    }

    private UploadAsset.Uploaded upload() throws IOException {
        return studio.uploads.uploadClip("clip", new ByteArrayInputStream(FakeVideoModel.clip()));
    }

    @Test
    void whatever_is_made_or_given_expires_after_the_time_that_media_are_kept() throws IOException {
        Asset clip = clip();
        studio.assets.thumbnail(clip);
        upload();
        studio.createScenes.create(CreateScenesCommand.of("an idea", "a robot"));
        studio.generateCharacterReference.generate(GenerateCharacterReferenceCommand.of("a robot"));
        String id = clip.id().toString();
        studio.mergeVideos.merge(MergeVideosCommand.of(List.of(id, id)), Progress.NONE);

        assertThat(studio.store.all()).extracting(Asset::collection).containsAll(MEDIA);
        assertThat(studio.store.all()).extracting(Asset::expiresAt).containsOnly(EXPIRY);
    }

    @Test
    void an_intake_that_keeps_lets_nothing_expire() throws IOException {
        Intake intake = new Intake(
                studio.store, new FakeMediaProbe(), Clock.fixed(FakeStudio.NOW, ZoneOffset.UTC), FakeStudio.RETENTION);

        Asset kept = take(intake.keeping(true));
        Asset usual = take(intake.keeping(false));

        assertThat(kept.expiresAt()).isNull();
        assertThat(usual.expiresAt()).isEqualTo(EXPIRY);
    }

    private static Asset take(Intake intake) throws IOException {
        return intake.take(
                new AssetId(UUID.randomUUID()),
                Collection.VIDEOS,
                VIDEO,
                () -> new ByteArrayInputStream(FakeVideoModel.clip()),
                1_000_000);
    }

    @Test
    void from_its_time_on_a_clip_is_not_found_and_the_answer_says_that_it_expired() {
        Asset clip = clip();
        studio.now = EXPIRY.minusMillis(1);
        assertThat(studio.assets.get("video_id", clip.id().toString(), VIDEO)).isEqualTo(clip);

        studio.now = EXPIRY;

        assertExpired(clip);
        assertThat(studio.sweep.sweep()).isEqualTo(1);
        assertExpired(clip);
    }

    private void assertExpired(Asset clip) {
        assertThat(studio.assets.find("video_id", clip.id().toString(), VIDEO)).isEmpty();
        assertThat(studio.assets.expiredAt(clip.id().toString(), VIDEO)).contains(EXPIRY);
        assertThat(details(clip, Family.VIDEO))
                .isEqualTo("The video expired on 2025-12-16T10:30:25Z"
                        + " (media is kept for 30 days; keep: true keeps it for ever)");
        assertThat(details(clip, Family.IMAGE)).isEqualTo("The image may have been deleted or the ID is incorrect");
    }

    private String details(Asset asset, Family as) {
        try {
            studio.assets.get("id", asset.id().toString(), Set.of(as));
            return "found";
        } catch (NotFoundException e) {
            return e.details();
        }
    }

    @Test
    void a_sweep_takes_a_thumbnail_along_and_leaves_what_is_not_expired() {
        Asset clip = clip();
        studio.assets.thumbnail(clip);
        studio.now = EXPIRY.minusMillis(1);
        Asset later = clip();
        assertThat(studio.sweep.sweep()).isZero();

        studio.now = EXPIRY;

        assertThat(studio.sweep.sweep()).isEqualTo(2);
        assertThat(studio.store.all()).containsExactly(later);
    }

    @Test
    void long_ago_it_is_forgotten_that_something_expired() {
        Asset clip = clip();
        studio.now = EXPIRY.plus(Duration.ofDays(365));
        studio.sweep.sweep();
        assertThat(details(clip, Family.VIDEO)).startsWith("The video expired");

        studio.now = studio.now.plusMillis(1);
        studio.sweep.sweep();

        assertThat(details(clip, Family.VIDEO)).isEqualTo("The video may have been deleted or the ID is incorrect");
    }

    @Test
    void a_kept_clip_never_expires_and_its_thumbnail_neither() {
        Asset clip = clip();
        studio.assets.thumbnail(clip);

        Asset kept = studio.assets.keep(clip, true);
        studio.now = EXPIRY.plus(Duration.ofDays(10_000));

        assertThat(studio.sweep.sweep()).isZero();
        assertThat(kept.expiresAt()).isNull();
        assertThat(studio.assets.get("video_id", clip.id().toString(), VIDEO)).isEqualTo(kept);
        assertThat(studio.assets.keep(clip, true)).isEqualTo(kept);
    }

    @Test
    void a_clip_that_is_no_longer_kept_expires_as_if_it_were_new() {
        Asset clip = clip();
        studio.assets.keep(clip, true);
        studio.assets.thumbnail(clip);
        studio.now = EXPIRY;

        Asset usual = studio.assets.keep(clip, false);

        assertThat(usual.expiresAt()).isEqualTo(EXPIRY.plus(Duration.ofDays(30)));
        assertThat(studio.store.all()).extracting(Asset::expiresAt).containsOnly(usual.expiresAt());
        studio.now = EXPIRY.plusSeconds(1);
        assertThat(studio.assets.keep(clip, false)).as("said again").isEqualTo(usual);
    }

    @Test
    void what_expired_cannot_be_kept_any_more() {
        Asset clip = clip();
        studio.now = EXPIRY;

        assertThatThrownBy(() -> studio.assets.keep(clip, true))
                .isInstanceOfSatisfying(
                        NotFoundException.class, e -> assertThat(e.details()).startsWith("The video expired on"));
    }

    @Test
    void what_is_given_again_is_kept_as_if_it_were_new() throws IOException {
        Asset first = upload().asset();
        studio.now = FakeStudio.NOW.plus(Duration.ofDays(29));

        UploadAsset.Uploaded again = upload();

        assertThat(again.created()).isFalse();
        assertThat(again.asset()).isEqualTo(first.expiringAt(studio.now.plus(Duration.ofDays(30))));
        studio.assets.keep(first, true);
        assertThat(upload().asset().expiresAt()).as("a kept one").isNull();
    }

    @Test
    void what_is_given_again_after_it_expired_is_there_again() throws IOException {
        Asset first = upload().asset();
        studio.now = EXPIRY;
        UploadAsset.Uploaded second = upload();
        assertThat(second.asset().id()).as("not swept yet").isEqualTo(first.id());

        studio.now = EXPIRY.plus(Duration.ofDays(30));
        studio.sweep.sweep();
        UploadAsset.Uploaded third = upload();

        assertThat(third.created()).isTrue();
        assertThat(third.asset().id()).isNotEqualTo(first.id());
    }
}
