package dev.mvstudio.testkit.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mvstudio.domain.asset.AssetId;
import dev.mvstudio.domain.asset.FrameSize;
import dev.mvstudio.domain.asset.ImageFormat;
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
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What every {@link SequenceRecords} holds to. */
public abstract class SequenceRecordsContract {
    private static final FolderId CLIFF = new FolderId("cliff-1");
    private static final FolderId OTHER = new FolderId("Cliff-1");
    private static final Instant NOON = Instant.parse("2026-11-20T12:00:00.123456Z");
    private static final Sampling TWENTY = new Sampling("euler_ancestral", 20, 7.0, new FrameSize(1024, 576));
    private static final Look LOOK = new Look(
            "blurry, „watermark“",
            ImageFormat.JPEG,
            new AssetId(UUID.fromString("a1b2c3d4-e5f6-7890-abcd-ef1234567890")));
    private static final URI THERE =
            URI.create("https://storage.example.org/v0/b/a/o/cliff-1%2Fimages?token=%C3%BC&a=b");

    /** Empty ones at the first call within a test; afterwards others over the same data, as after a restart. */
    protected abstract SequenceRecords records();

    private static ImageSequence sequence(FolderId folder, Scene... scenes) {
        return new ImageSequence(
                folder, new Backend("fake"), new Model("fake/image-1"), 12345L, TWENTY, LOOK, NOON, List.of(scenes));
    }

    private static Scene scene(int number) {
        return new Scene(
                number,
                SceneType.CHARACTER,
                "standing on cliff edge " + number,
                "sunset, dramatic lighting",
                "(young female warrior:1.3), standing on cliff edge " + number,
                Duration.ofMillis(2_500),
                null);
    }

    private static Image image(@Nullable URI url) {
        return new Image(new AssetId(UUID.randomUUID()), url, NOON.plusSeconds(7));
    }

    private ImageSequence found(FolderId folder) {
        return records().find(folder).orElseThrow();
    }

    @Test
    public void there_is_no_sequence_that_nobody_opened() {
        assertThat(records().find(CLIFF)).isEmpty();
    }

    @Test
    public void what_was_opened_is_there_after_a_restart() {
        ImageSequence opened = sequence(CLIFF, scene(1), scene(2).with(image(THERE)));

        assertThat(records().open(opened)).isEqualTo(opened);

        assertThat(records().find(CLIFF)).contains(opened);
    }

    @Test
    public void folders_do_not_know_of_each_other_not_even_by_case() {
        records().open(sequence(CLIFF, scene(1)));
        records().open(sequence(OTHER, scene(1), scene(2)));

        records().image(OTHER, 1, image(THERE));

        assertThat(found(CLIFF)).isEqualTo(sequence(CLIFF, scene(1)));
        assertThat(found(OTHER).scenes()).hasSize(2);
    }

    @Test
    public void what_is_not_known_stays_unknown() {
        Sampling usual = Sampling.USUAL;
        Scene bare = new Scene(1, SceneType.B_ROLL, "rain", "", "rain", null, image(null));
        ImageSequence bold =
                new ImageSequence(CLIFF, new Backend("fake"), new Model("m"), null, usual, null, NOON, List.of(bare));

        records().open(bold);

        assertThat(found(CLIFF)).isEqualTo(bold);
    }

    @Test
    public void some_of_the_sampling_can_be_known() {
        Sampling some = new Sampling(null, 1, 0.1, null);
        ImageSequence opened = new ImageSequence(
                CLIFF, new Backend("fake"), new Model("m"), Long.MAX_VALUE, some, LOOK, NOON, List.of(scene(1)));

        records().open(opened);

        assertThat(found(CLIFF)).isEqualTo(opened);
    }

    @Test
    public void some_of_the_look_can_be_known() {
        Look some = new Look(null, ImageFormat.WEBP, null);
        Scene roll = new Scene(1, SceneType.B_ROLL, "rain", "", "rain", null, null);
        ImageSequence opened = new ImageSequence(
                CLIFF, new Backend("fake"), new Model("m"), null, Sampling.USUAL, some, NOON, List.of(roll));

        records().open(opened);

        assertThat(found(CLIFF)).isEqualTo(opened);
    }

    @Test
    public void texts_stay_as_they_were() {
        String odd = "„Über“ \"den\" \\ Wolken\r\n\t雲の上 👩‍🚀 $1 %s {x} `a`.b/c";
        Scene told = new Scene(1, SceneType.CHARACTER, odd, odd, odd.repeat(300), Duration.ofMillis(1), null);

        records().open(sequence(CLIFF, told));

        assertThat(found(CLIFF).scenes()).containsExactly(told);
    }

    @Test
    public void scenes_are_in_the_order_of_their_numbers() {
        records().open(sequence(CLIFF, scene(10), scene(2), scene(1)));
        records().open(sequence(CLIFF, scene(9), scene(3)));

        assertThat(found(CLIFF).scenes()).extracting(Scene::number).containsExactly(1, 2, 3, 9, 10);
    }

    @Test
    public void to_open_what_is_there_adds_only_scenes_with_new_numbers() {
        records().open(sequence(CLIFF, scene(1), scene(2)));
        Image made = image(THERE);
        records().image(CLIFF, 1, made);
        Scene another = new Scene(1, SceneType.B_ROLL, "in a cave", "", "in a cave", null, null);
        ImageSequence later = new ImageSequence(
                CLIFF,
                new Backend("other"),
                new Model("other/image"),
                7L,
                Sampling.USUAL,
                new Look(null, ImageFormat.WEBP, null),
                NOON.plusSeconds(60),
                List.of(another, scene(2), scene(3)));

        ImageSequence now = records().open(later);

        assertThat(now).isEqualTo(sequence(CLIFF, scene(1).with(made), scene(2), scene(3)));
        assertThat(found(CLIFF)).isEqualTo(now);
    }

    @Test
    public void to_open_the_same_twice_changes_nothing() {
        ImageSequence opened = sequence(CLIFF, scene(1));

        records().open(opened);

        assertThat(records().open(opened)).isEqualTo(opened);
        assertThat(found(CLIFF)).isEqualTo(opened);
    }

    @Test
    public void an_image_is_set_by_the_number_of_its_scene() {
        records().open(sequence(CLIFF, scene(3), scene(7)));
        Image made = image(THERE);

        records().image(CLIFF, 7, made);

        assertThat(found(CLIFF)).isEqualTo(sequence(CLIFF, scene(3), scene(7).with(made)));
    }

    @Test
    public void the_image_that_was_set_last_counts() {
        records().open(sequence(CLIFF, scene(1)));
        Image last = image(null);

        records().image(CLIFF, 1, image(THERE));
        records().image(CLIFF, 1, last);
        records().image(CLIFF, 1, last);

        assertThat(found(CLIFF).scenes()).containsExactly(scene(1).with(last));
    }

    @Test
    public void what_is_not_there_gets_no_image() {
        records().open(sequence(CLIFF, scene(1)));

        assertThatThrownBy(() -> records().image(OTHER, 1, image(THERE))).isInstanceOf(NoSuchElementException.class);
        assertThatThrownBy(() -> records().image(CLIFF, 2, image(THERE))).isInstanceOf(NoSuchElementException.class);

        assertThat(found(CLIFF)).isEqualTo(sequence(CLIFF, scene(1)));
        assertThat(records().find(OTHER)).isEmpty();
    }

    @Test
    public void images_that_are_set_at_once_all_stay() {
        int scenes = 12;
        records().open(sequence(CLIFF, numbered(scenes)));
        Image[] made = new Image[scenes];
        Arrays.setAll(made, i -> image(THERE));
        SequenceRecords one = records();
        SequenceRecords other = records();

        atOnce(scenes, i -> (i % 2 == 0 ? one : other).image(CLIFF, i + 1, made[i]));

        assertThat(found(CLIFF).scenes())
                .containsExactly(IntStream.range(0, scenes)
                        .mapToObj(i -> scene(i + 1).with(made[i]))
                        .toArray(Scene[]::new));
    }

    @Test
    public void who_opens_at_once_gets_one_record_with_the_scenes_of_all() {
        SequenceRecords one = records();
        SequenceRecords other = records();

        atOnce(8, i -> (i % 2 == 0 ? one : other).open(sequence(CLIFF, scene(1), scene(i + 2))));

        assertThat(found(CLIFF)).isEqualTo(sequence(CLIFF, numbered(9)));
    }

    @Test
    public void an_image_that_is_set_while_others_open_stays() {
        records().open(sequence(CLIFF, scene(1)));
        Image made = image(THERE);
        SequenceRecords one = records();
        SequenceRecords other = records();

        atOnce(6, i -> {
            if (i == 3) {
                one.image(CLIFF, 1, made);
            } else {
                other.open(sequence(CLIFF, scene(1), scene(i + 2)));
            }
        });

        assertThat(found(CLIFF).scene(1)).contains(scene(1).with(made));
        assertThat(found(CLIFF).scenes()).hasSize(6);
    }

    private static Scene[] numbered(int last) {
        return IntStream.rangeClosed(1, last)
                .mapToObj(SequenceRecordsContract::scene)
                .toArray(Scene[]::new);
    }

    private static void atOnce(int times, IntConsumer deed) {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> all = IntStream.range(0, times)
                    .<Future<?>>mapToObj(i -> threads.submit(() -> deed.accept(i)))
                    .toList();
            all.forEach(SequenceRecordsContract::await);
        }
    }

    private static void await(Future<?> deed) {
        try {
            deed.get();
        } catch (Exception e) {
            throw new AssertionError("one of several deeds at once failed", e);
        }
    }
}
