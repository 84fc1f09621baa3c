package dev.mvstudio.application.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mvstudio.application.FakeStudio;
import dev.mvstudio.application.Specs;
import dev.mvstudio.application.image.GenerateImagesCommand.SceneCommand;
import dev.mvstudio.application.image.GeneratedImages.Fault;
import dev.mvstudio.application.image.GeneratedImages.Made;
import dev.mvstudio.application.job.GenerationFailedException;
import dev.mvstudio.application.job.JobSnapshot;
import dev.mvstudio.application.job.Progress;
import dev.mvstudio.application.job.Submission;
import dev.mvstudio.application.request.InvalidRequestException;
import dev.mvstudio.application.request.Violation;
import dev.mvstudio.domain.asset.AspectRatio;
import dev.mvstudio.domain.asset.AssetId;
import dev.mvstudio.domain.asset.FrameSize;
import dev.mvstudio.domain.asset.ImageFormat;
import dev.mvstudio.domain.image.FolderId;
import dev.mvstudio.domain.image.ImageRequest;
import dev.mvstudio.domain.image.ImageSequence;
import dev.mvstudio.domain.image.ImageSequence.Scene;
import dev.mvstudio.domain.image.Sampling;
import dev.mvstudio.domain.prompt.CharacterTraits;
import dev.mvstudio.domain.provider.ErrorCode;
import dev.mvstudio.testkit.image.FakeImageModel;
import dev.mvstudio.testkit.job.FakeJobSchedule;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class GenerateImagesTest {
    private static final CharacterTraits WARRIOR = new CharacterTraits(
            "young female warrior",
            "determined expression, long hair",
            "leather armor, red cloak",
            "scar on cheek, golden amulet");
    private static final SceneCommand CLIFF =
            new SceneCommand("standing on cliff edge", "sunset, golden amulet", new BigDecimal("5"), null, null, null);

    private final FakeStudio studio = new FakeStudio();

    private static GenerateImagesCommand command(SceneCommand... scenes) {
        return GenerateImagesCommand.of(WARRIOR, List.of(scenes));
    }

    private static GenerateImagesCommand numbered(int count) {
        return command(IntStream.rangeClosed(1, count)
                .mapToObj(i -> SceneCommand.of("view " + i, "mist"))
                .toArray(SceneCommand[]::new));
    }

    private static GenerateImagesCommand sampled(
            GenerateImagesCommand c, @Nullable Long seed, @Nullable Integer steps, @Nullable String backend) {
        return new GenerateImagesCommand(
                c.character(),
                c.scenes(),
                c.folderId(),
                seed,
                steps == null ? null : "euler",
                steps,
                steps == null ? null : 3.5,
                steps == null ? null : "a crowd",
                null,
                null,
                backend,
                null,
                null);
    }

    private GeneratedImages generate(GenerateImagesCommand command) {
        return studio.generateImages.generate(command, Progress.NONE);
    }

    private ImageSequence recorded(String folder) {
        return studio.sequences.find(new FolderId(folder)).orElseThrow();
    }

    private List<Violation> refused(GenerateImagesCommand command) {
        try {
            studio.generateImages.submit(command, Submission.LOCAL);
            throw new AssertionError("it was accepted");
        } catch (InvalidRequestException e) {
            return e.violations();
        }
    }

    @Test
    void a_character_and_scenes_become_images_at_their_places() {
        GeneratedImages made = generate(command(CLIFF).in("cliff"));

        assertThat(made.complete()).isTrue();
        assertThat(made.images())
                .extracting(m -> m.asset().path())
                .containsExactly("sequences/cliff/images/scene_0001.png");
        assertThat(made.size()).isEqualTo(new FrameSize(1, 1));
        ImageRequest request = studio.images.requests().getFirst();
        assertThat(request.prompt())
                .isEqualTo("young female warrior, determined expression, long hair, leather armor, red cloak,"
                        + " scar on cheek, golden amulet, standing on cliff edge, sunset, best quality");
        assertThat(request.aspectRatio()).isEqualTo(new AspectRatio(16, 9));
        assertThat(request.numImages()).isEqualTo(1);
        assertThat(request.sampling()).isEqualTo(new Sampling("euler_ancestral", 20, 7.0, new FrameSize(1024, 576)));
    }

    @Test
    void what_was_made_is_recorded() {
        GeneratedImages made = generate(command(CLIFF).in("cliff"));

        ImageSequence record = recorded("cliff");
        assertThat(record.backend()).isEqualTo(Specs.FAKE);
        assertThat(record.seed()).isEqualTo(made.sequence().seed()).isNotNull();
        assertThat(record.createdAt()).isEqualTo(FakeStudio.NOW);
        Scene scene = record.scene(1).orElseThrow();
        assertThat(scene.duration()).isEqualTo(Duration.ofSeconds(5));
        assertThat(scene.atmosphere()).isEqualTo("sunset, golden amulet");
        assertThat(scene.prompt()).isEqualTo(studio.images.requests().getFirst().prompt());
        assertThat(scene.image()).isNotNull();
        assertThat(scene.image().asset())
                .isEqualTo(made.images().getFirst().asset().id());
    }

    @Test
    void all_images_of_a_sequence_have_one_seed() {
        GeneratedImages drawn = generate(numbered(4));
        assertThat(studio.images.requests())
                .extracting(ImageRequest::seed)
                .containsOnly(drawn.sequence().seed())
                .doesNotContainNull();

        GeneratedImages given = generate(sampled(numbered(2), 0L, null, null));
        assertThat(given.sequence().seed()).isZero();
        assertThat(given.sequence().folder()).isNotEqualTo(drawn.sequence().folder());
        assertThat(generate(numbered(1)).sequence().seed())
                .isNotEqualTo(drawn.sequence().seed());
    }

    @Test
    void the_character_is_not_in_b_roll() {
        SceneCommand roll = new SceneCommand("waves.", "mist", null, "B_Roll", "kneeling", "a beach");
        SceneCommand shown = new SceneCommand("waves.", "", null, "character", "kneeling;", "a beach");

        GeneratedImages made = generate(command(roll, shown));

        assertThat(made.sequence().scenes())
                .extracting(Scene::prompt)
                .satisfiesExactly(
                        rolled -> assertThat(rolled).isEqualTo("waves, a beach, mist, best quality"),
                        pictured -> assertThat(pictured).endsWith("golden amulet, kneeling, waves, a beach"));
        assertThat(made.outcome().warnings())
                .containsExactly("scene 1 is b-roll, without the character: its pose was left out");
        assertThat(generate(GenerateImagesCommand.of(null, List.of(roll))).complete())
                .isTrue();
    }

    @Test
    void a_generator_that_dies_after_the_seventh_of_twenty_goes_on_with_thirteen() {
        studio.images.dieAfter(7);
        GeneratedImages some = generate(numbered(20).in("long"));

        assertThat(some.complete()).isFalse();
        assertThat(some.images()).hasSize(7);
        assertThat(some.faults()).hasSize(13);
        assertThat(some.faults()).extracting(f -> f.error().code()).containsOnly("PROVIDER_UNAVAILABLE");
        assertThat(Stream.concat(
                        some.images().stream().map(Made::scene),
                        some.faults().stream().map(Fault::scene)))
                .containsExactlyInAnyOrderElementsOf(
                        IntStream.rangeClosed(1, 20).boxed().toList());

        studio.images.accept();
        GeneratedImages all = generate(numbered(20).in("long"));

        assertThat(all.complete()).isTrue();
        assertThat(all.images()).hasSize(20);
        assertThat(all.images()).containsAll(some.images());
        assertThat(studio.images.requests()).hasSize(20);
        assertThat(studio.images.requests()).extracting(ImageRequest::prompt).doesNotHaveDuplicates();
        assertThat(studio.images.requests())
                .extracting(ImageRequest::seed)
                .containsOnly(all.sequence().seed());
        assertThat(recorded("long").scenes()).allMatch(scene -> scene.image() != null);
    }

    @Test
    void it_fails_when_no_image_could_be_made() {
        studio.images.fail(ErrorCode.CONTENT_POLICY_VIOLATION);

        assertThatThrownBy(() -> generate(numbered(3).in("bad")))
                .isInstanceOf(GenerationFailedException.class)
                .hasMessageContaining("none of 3 images could be made; scene 1:");

        assertThat(recorded("bad").scenes()).hasSize(3).allMatch(scene -> scene.image() == null);
    }

    @Test
    void what_failed_can_be_tried_again_as_a_job() throws InterruptedException {
        studio.images.refuse(ErrorCode.PROVIDER_UNAVAILABLE);
        JobSnapshot job = studio.generateImages.submit(numbered(3), Submission.LOCAL);
        studio.jobs.await(job.id(), Duration.ofSeconds(20));
        studio.images.accept();

        studio.jobs.retry(job.id());

        JobSnapshot over = studio.jobs.await(job.id(), Duration.ofSeconds(20));
        assertThat(over.result(GeneratedImages.class).images()).hasSize(3);
    }

    @Test
    void a_number_that_has_another_prompt_is_refused_by_its_number() {
        generate(numbered(3).in("story"));
        SceneCommand same = SceneCommand.of("view 1", "mist");

        List<Violation> violations =
                refused(command(same, SceneCommand.of("a cave", "")).in("story"));

        assertThat(violations).singleElement().satisfies(v -> {
            assertThat(v.field()).isEqualTo("sequence_data[1]");
            assertThat(v.message()).startsWith("scene 2 of the sequence story has another prompt already");
        });
        assertThat(studio.images.requests()).hasSize(3);
    }

    @Test
    void scenes_can_be_added_to_a_sequence() {
        generate(sampled(numbered(2), 7L, 30, null).in("story"));

        GeneratedImages more = generate(numbered(3).in("story"));

        assertThat(more.images()).hasSize(3);
        assertThat(studio.images.requests()).hasSize(3);
        assertThat(studio.images.requests()).extracting(ImageRequest::seed).containsOnly(7L);
        assertThat(studio.images.requests())
                .extracting(r -> r.sampling())
                .containsOnly(new Sampling("euler", 30, 3.5, new FrameSize(1024, 576)));
    }

    @Test
    void a_sequence_goes_on_by_its_name_alone() {
        studio.images.dieAfter(2);
        generate(sampled(numbered(3), null, 30, Specs.FAKE.name()).in("story"));
        studio.images.accept();

        GeneratedImages all = generate(GenerateImagesCommand.goOn("story"));

        assertThat(all.images()).hasSize(3);
        assertThat(studio.images.requests()).hasSize(3);
        assertThat(studio.images.requests())
                .extracting(ImageRequest::seed)
                .containsOnly(all.sequence().seed());
        assertThat(studio.images.requests().getLast().sampling().steps()).isEqualTo(30);
        assertThat(refused(GenerateImagesCommand.goOn("nobody")))
                .extracting(Violation::field)
                .containsExactly("sequence_data");
        assertThat(refused(GenerateImagesCommand.goOn("no/body")))
                .extracting(Violation::field)
                .contains("folder_id");
    }

    @Test
    void a_new_seed_counts_for_new_images_and_is_told() {
        generate(sampled(numbered(1), 7L, null, null).in("story"));

        GeneratedImages more = generate(sampled(numbered(2), 8L, null, null).in("story"));

        assertThat(studio.images.requests()).extracting(ImageRequest::seed).containsExactly(7L, 8L);
        assertThat(more.outcome().warnings())
                .containsExactly("the sequence was begun with the seed 7: only new images have 8");
    }

    private GenerateImagesCommand looking(
            @Nullable List<SceneCommand> scenes,
            @Nullable String negativePrompt,
            @Nullable String format,
            @Nullable String picture) {
        return new GenerateImagesCommand(
                scenes == null ? null : WARRIOR,
                scenes,
                "story",
                null,
                null,
                null,
                null,
                negativePrompt,
                format,
                picture,
                null,
                null,
                null);
    }

    private String uploaded() {
        try {
            return studio.uploads
                    .upload("file", new ByteArrayInputStream(FakeImageModel.pixel()))
                    .asset()
                    .id()
                    .toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void what_is_missing_looks_like_what_is_there() {
        List<SceneCommand> scenes = List.of(
                SceneCommand.of("a cave", ""),
                new SceneCommand("waves", "", null, "b-roll", null, null),
                SceneCommand.of("a city", ""));
        studio.images.dieAfter(1);
        generate(looking(scenes, "a crowd", "jpg", uploaded()));
        studio.images.accept();

        GeneratedImages all = generate(GenerateImagesCommand.goOn("story"));

        assertThat(all.images())
                .extracting(m -> m.asset().path())
                .containsExactly(
                        "sequences/story/images/scene_0001.jpg",
                        "sequences/story/images/scene_0002.jpg",
                        "sequences/story/images/scene_0003.jpg");
        assertThat(all.outcome().warnings()).isEmpty();
        List<ImageRequest> requests = studio.images.requests();
        assertThat(requests).hasSize(3).extracting(ImageRequest::negativePrompt).containsOnly("a crowd");
        assertThat(requests)
                .allSatisfy(
                        r -> assertThat(r.referenceImages()).hasSize(r.prompt().contains("waves") ? 0 : 1));
    }

    @Test
    void what_is_said_anew_counts_for_new_images_and_is_told() {
        generate(looking(List.of(SceneCommand.of("a cave", "")), "a crowd", "jpg", null));
        SceneCommand again = new SceneCommand("a cave", "", new BigDecimal("3"), null, null, null);
        String picture = uploaded();

        GeneratedImages more =
                generate(looking(List.of(again, SceneCommand.of("a city", "")), "a dog", "png", picture));

        assertThat(more.outcome().warnings())
                .containsExactly(
                        "the sequence was begun with the negative prompt a crowd: only new images have a dog",
                        "the sequence was begun with the format jpeg: only new images have png",
                        "the sequence was begun with no picture: only new images have " + picture,
                        "scene 1 was recorded with no duration, which stays");
        assertThat(more.images())
                .extracting(m -> m.asset().path())
                .containsExactly("sequences/story/images/scene_0001.jpg", "sequences/story/images/scene_0002.png");
        assertThat(studio.images.requests())
                .extracting(ImageRequest::negativePrompt)
                .containsExactly("a crowd", "a dog");
        assertThat(recorded("story").look().format()).isEqualTo(ImageFormat.JPEG);
    }

    @Test
    void a_scene_stays_with_or_without_the_character() {
        SceneCommand roll = new SceneCommand("waves", "", null, "b-roll", null, null);
        generate(GenerateImagesCommand.of(null, List.of(roll)).in("story"));
        SceneCommand shown = new SceneCommand("waves", "", null, "character", null, null);

        assertThat(refused(command(shown).in("story")))
                .extracting(Violation::message)
                .singleElement(InstanceOfAssertFactories.STRING)
                .contains("scene 1 of the sequence story has another prompt already");
    }

    @Test
    void a_sequence_whose_picture_is_gone_goes_on_with_another() {
        String picture = uploaded();
        studio.images.dieAfter(1);
        generate(looking(List.of(SceneCommand.of("a cave", ""), SceneCommand.of("a city", "")), null, null, picture));
        studio.images.accept();
        studio.store.delete(AssetId.parse(picture).orElseThrow());

        assertThat(refused(GenerateImagesCommand.goOn("story"))).singleElement().satisfies(v -> {
            assertThat(v.field()).isEqualTo("character_reference_image_id");
            assertThat(v.message()).contains("is gone");
        });
        assertThat(generate(looking(null, null, null, uploaded())).images()).hasSize(2);
        assertThat(studio.images.requests()).hasSize(2);
    }

    @Test
    void a_sequence_that_was_begun_before_its_look_was_recorded_goes_on_by_the_defaults() {
        generate(numbered(1).in("story"));
        ImageSequence now = recorded("story");
        studio.sequences.forget(new FolderId("story"));
        studio.sequences.open(new ImageSequence(
                now.folder(),
                now.backend(),
                now.model(),
                now.seed(),
                now.sampling(),
                null,
                now.createdAt(),
                now.scenes()));

        GeneratedImages more = generate(looking(numbered(2).scenes(), "a dog", null, null));

        assertThat(more.images()).hasSize(2);
        assertThat(studio.images.requests().getLast().negativePrompt()).isEqualTo("a dog");
    }

    @Test
    void who_comes_second_with_nothing_said_takes_what_the_first_one_recorded() {
        FakeJobSchedule schedule = new FakeJobSchedule();
        FakeStudio still = new FakeStudio(schedule, schedule.clock());
        GenerateImagesCommand first = looking(numbered(1).scenes(), "a crowd", "jpg", null);
        still.generateImages.submit(sampled(first, 7L, 30, null), Submission.LOCAL);
        JobSnapshot second = still.generateImages.submit(numbered(2).in("story"), Submission.LOCAL);

        still.studio.begin();
        schedule.advance(Duration.ofSeconds(30));

        assertThat(still.jobs.get(second.id()).result(GeneratedImages.class).images())
                .hasSize(2);
        assertThat(still.images.requests()).hasSize(2).allSatisfy(r -> {
            assertThat(r.seed()).isEqualTo(7);
            assertThat(r.negativePrompt()).isEqualTo("a crowd");
            assertThat(r.sampling().steps()).isEqualTo(30);
        });
    }

    @Test
    void callers_at_once_with_one_name_make_each_image_once() {
        FakeStudio still = new FakeStudio(FakeJobSchedule.live(), null);
        List<JobSnapshot> ordered = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            ordered.add(still.generateImages.submit(numbered(5).in("story"), Submission.LOCAL));
        }

        still.studio.begin();

        for (JobSnapshot job : ordered) {
            GeneratedImages all = still.jobs.join(job, GeneratedImages.class, Progress.NONE);
            assertThat(all.images()).hasSize(5);
        }
        ImageSequence record = still.sequences.find(new FolderId("story")).orElseThrow();
        assertThat(still.images.requests()).hasSize(5);
        assertThat(still.images.requests()).extracting(ImageRequest::seed).containsOnly(record.seed());
    }

    @Test
    void who_comes_second_with_other_prompts_is_refused_as_well() throws InterruptedException {
        FakeStudio still = new FakeStudio(FakeJobSchedule.live(), null);
        JobSnapshot first = still.generateImages.submit(numbered(2).in("story"), Submission.LOCAL);
        JobSnapshot second = still.generateImages.submit(
                command(SceneCommand.of("a cave", "")).in("story"), Submission.LOCAL);

        still.studio.begin();

        Duration most = Duration.ofSeconds(20);
        List<JobSnapshot> over = List.of(still.jobs.await(first.id(), most), still.jobs.await(second.id(), most));
        assertThat(over).filteredOn(job -> job.answer() != null).hasSize(1);
        assertThat(over)
                .filteredOn(job -> job.answer() == null)
                .singleElement()
                .satisfies(job -> assertThat(job.job().status().error().details())
                        .contains("scene 1 of the sequence story has another prompt already"));
    }

    @Test
    void what_a_model_does_not_know_is_left_out_and_told_when_it_was_said() {
        GeneratedImages silent = generate(sampled(numbered(1), null, null, Specs.OTHER.name()));
        assertThat(silent.outcome().warnings()).isEmpty();
        assertThat(silent.sequence().seed()).isNull();
        assertThat(silent.sequence().sampling().steps()).isNull();

        GeneratedImages told = generate(sampled(numbered(1), 5L, 30, Specs.OTHER.name()));

        assertThat(told.outcome().warnings())
                .containsExactly(
                        "negative_prompt a crowd: is not supported by one; it was left out",
                        "seed 5: is not supported by one; it was left out",
                        "sampler euler: is not supported by one; it was left out",
                        "steps 30: is not supported by one; it was left out",
                        "cfg_scale 3.5: is not supported by one; it was left out");
    }

    @Test
    void an_image_that_was_stored_and_not_recorded_is_found() {
        studio.images.dieAfter(1);
        generate(numbered(2).in("story"));
        ImageSequence record = recorded("story");
        studio.sequences.forget(new FolderId("story"));
        studio.sequences.open(record.with(
                record.scenes().stream().map(scene -> scene.with(null)).toList()));
        studio.images.accept();

        GeneratedImages all = generate(numbered(2).in("story"));

        assertThat(all.images()).hasSize(2);
        assertThat(studio.images.requests()).hasSize(2);
        assertThat(recorded("story").scenes()).allMatch(scene -> scene.image() != null);
    }

    @Test
    void files_of_a_sequence_whose_record_was_lost_stay_and_what_is_made_anew_is_kept_beside_them() {
        Made old = generate(numbered(1).in("story")).images().getFirst();
        studio.sequences.forget(new FolderId("story"));
        studio.now = studio.now.plusSeconds(1);

        Made made = generate(numbered(1).in("story")).images().getFirst();

        assertThat(old.asset().path()).isEqualTo("sequences/story/images/scene_0001.png");
        assertThat(made.asset().path())
                .isEqualTo("sequences/story/images/scene_0001-" + made.asset().id() + ".png");
        assertThat(studio.store.find(old.asset().id())).contains(old.asset());
        assertThat(studio.images.requests()).hasSize(2);
    }

    @Test
    void records_out_of_reach_for_a_while_cost_nothing() {
        studio.images.dieAfter(2);
        JobSnapshot job = studio.generateImages.submit(numbered(2).in("story"), Submission.LOCAL);
        studio.sequences.fail(2);

        assertThat(studio.jobs.join(job, GeneratedImages.class, Progress.NONE).images())
                .hasSize(2);
        assertThat(studio.images.requests()).hasSize(2);
    }

    @Test
    void an_image_that_was_deleted_is_made_again() {
        GeneratedImages first = generate(numbered(2).in("story"));
        studio.store.delete(first.images().getFirst().asset().id());

        GeneratedImages second = generate(numbered(2).in("story"));

        assertThat(second.complete()).isTrue();
        assertThat(studio.images.requests()).hasSize(3);
    }

    @Test
    void an_image_whose_time_is_up_has_a_new_time_when_it_is_used_again() {
        generate(numbered(1).in("story"));
        studio.now = FakeStudio.NOW.plus(FakeStudio.RETENTION.media()).plusSeconds(1);

        GeneratedImages again = generate(numbered(1).in("story"));

        assertThat(again.images().getFirst().asset().isExpired(studio.now)).isFalse();
        assertThat(studio.images.requests()).hasSize(1);
    }

    @Test
    void a_picture_of_the_character_goes_to_the_scenes_that_show_it() throws IOException {
        String id = studio.uploads
                .upload("file", new ByteArrayInputStream(FakeImageModel.pixel()))
                .asset()
                .id()
                .toString();
        SceneCommand roll = new SceneCommand("waves", "", null, "b-roll", null, null);
        GenerateImagesCommand c = command(SceneCommand.of("a cave", ""), roll);
        GenerateImagesCommand pictured = new GenerateImagesCommand(
                c.character(), c.scenes(), null, null, null, null, null, null, null, id, null, null, null);

        generate(pictured);

        assertThat(studio.images.requests())
                .extracting(r -> r.referenceImages().size())
                .containsExactlyInAnyOrder(1, 0);
    }

    @Test
    void all_faults_are_told_at_once() {
        SceneCommand bad = new SceneCommand(
                " ", "x".repeat(5_001), BigDecimal.ZERO, "close-up", "x".repeat(5_001), "x".repeat(5_001));
        GenerateImagesCommand c = new GenerateImagesCommand(
                new CharacterTraits("x".repeat(5_001), "", "", ""),
                List.of(CLIFF, bad),
                "../etc",
                -1L,
                " ",
                0,
                100.5,
                "x".repeat(5_001),
                "gif",
                "nothing",
                null,
                null,
                "none");

        assertThat(refused(c))
                .extracting(Violation::field)
                .contains(
                        "character_data.base_traits",
                        "sequence_data[1].scene_description",
                        "sequence_data[1].atmosphere",
                        "sequence_data[1].pose",
                        "sequence_data[1].environment",
                        "sequence_data[1].type",
                        "sequence_data[1].duration",
                        "folder_id",
                        "seed",
                        "sampler",
                        "steps",
                        "cfg_scale",
                        "negative_prompt",
                        "output_format",
                        "character_reference_image_id",
                        "flavor");
    }

    @Test
    void there_are_1_to_200_scenes_and_somebody_is_in_them() {
        assertThat(refused(command())).extracting(Violation::field).contains("sequence_data");
        assertThat(refused(numbered(201))).extracting(Violation::field).containsExactly("sequence_data");
        assertThat(refused(GenerateImagesCommand.of(CharacterTraits.NONE, List.of(CLIFF))))
                .extracting(Violation::field)
                .containsExactly("character_data");
        assertThat(refused(GenerateImagesCommand.goOn("x").in("y")))
                .extracting(Violation::field)
                .containsExactly("sequence_data");
    }

    @Test
    void a_plan_sends_and_records_nothing() {
        generate(numbered(1).in("story"));
        int heard = studio.heard.size();

        SequencePlan plan = studio.generateImages.plan(numbered(2).in("story"));
        SequencePlan fresh = studio.generateImages.plan(numbered(2).in("other"));

        assertThat(plan.scenes()).extracting(SequencePlan.SceneCall::there).containsExactly(true, false);
        assertThat(plan.plan().prompts()).hasSize(2);
        assertThat(fresh.scenes()).hasSize(2);
        assertThat(studio.sequences.find(new FolderId("other"))).isEmpty();
        assertThat(studio.images.requests()).hasSize(1);
        assertThat(Collections.frequency(studio.heard.subList(heard, studio.heard.size()), "planned generate_images"))
                .isEqualTo(2);
    }

    @Test
    void images_are_stored_in_the_format_that_was_asked_for() {
        GenerateImagesCommand c = numbered(1).in("story");
        GenerateImagesCommand jpeg = new GenerateImagesCommand(
                c.character(), c.scenes(), "story", null, null, null, null, null, "jpg", null, null, null, null);

        GeneratedImages made = generate(jpeg);

        assertThat(made.images().getFirst().asset().path()).isEqualTo("sequences/story/images/scene_0001.jpg");
    }
}
