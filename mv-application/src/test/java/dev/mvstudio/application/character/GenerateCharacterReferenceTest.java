package dev.mvstudio.application.character;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mvstudio.application.FakeStudio;
import dev.mvstudio.application.job.GenerationFailedException;
import dev.mvstudio.application.request.InvalidRequestException;
import dev.mvstudio.application.request.Violation;
import dev.mvstudio.domain.asset.AspectRatio;
import dev.mvstudio.domain.asset.Asset;
import dev.mvstudio.domain.asset.Collection;
import dev.mvstudio.domain.asset.ImageFormat;
import dev.mvstudio.domain.image.ReferenceImage;
import dev.mvstudio.domain.provider.ErrorCode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;

class GenerateCharacterReferenceTest {
    private final FakeStudio studio = new FakeStudio();

    private static GenerateCharacterReferenceCommand command(String ratio, Integer images, String format) {
        return new GenerateCharacterReferenceCommand(
                "a robot", ratio, images, format, null, null, null, null, null, null, null, null);
    }

    @Test
    void a_description_is_enough() {
        GeneratedCharacterReference made =
                studio.generateCharacterReference.generate(GenerateCharacterReferenceCommand.of("a robot"));

        assertThat(made.images()).hasSize(1);
        assertThat(made.first().collection()).isEqualTo(Collection.CHARACTER_REFERENCES);
        assertThat(made.first().path()).startsWith("character_references/");
        assertThat(made.request().prompt()).isEqualTo("A reference sheet of a robot");
        assertThat(made.request().subject()).isEqualTo("a robot");
        assertThat(made.request().safetyFilterLevel()).isEqualTo("strict");
    }

    private static GenerateCharacterReferenceCommand like(String picture) {
        return new GenerateCharacterReferenceCommand(
                "a robot", null, null, null, null, null, null, null, List.of(picture), null, null, null);
    }

    @Test
    void pictures_to_resemble_reach_a_model_that_takes_some() throws IOException {
        byte[] bytes = HexFormat.of()
                .parseHex("89504e470d0a1a0a0000000d4948445200000001000000010802000000907753de"
                        + "0000000c49444154789c636868680000030401814bd3d2100000000049454e44ae426082");
        Asset picture =
                studio.uploads.upload("file", new ByteArrayInputStream(bytes)).asset();

        studio.generateCharacterReference.generate(like(picture.id().toString()));

        assertThat(studio.images.requests().get(0).referenceImages())
                .extracting(ReferenceImage::asset)
                .containsExactly(picture);
    }

    @Test
    void a_picture_to_resemble_that_is_not_there_is_named() {
        assertThatThrownBy(() -> studio.generateCharacterReference.generate(like("nobody")))
                .hasMessageContaining("must be the id of a stored image");
        assertThat(studio.images.requests()).isEmpty();
    }

    @Test
    void several_candidates_are_kept_under_different_ids() {
        GeneratedCharacterReference made = studio.generateCharacterReference.generate(command("9:16", 3, "jpg"));

        assertThat(made.images()).hasSize(3).doesNotHaveDuplicates();
        assertThat(made.request().aspectRatio()).isEqualTo(new AspectRatio(9, 16));
        assertThat(made.request().format()).isEqualTo(ImageFormat.JPEG);
    }

    @Test
    void every_fault_is_told_at_once() {
        assertThatThrownBy(() -> studio.generateCharacterReference.generate(command("wide", 5, "gif")))
                .isInstanceOfSatisfying(
                        InvalidRequestException.class,
                        e -> assertThat(e.violations())
                                .extracting(Violation::field)
                                .contains("aspect_ratio", "num_images", "output_format"));
    }

    @Test
    void an_output_that_is_no_picture_is_an_error_and_never_an_asset() {
        studio.images.expireOutputs();

        assertThatThrownBy(() -> studio.generateCharacterReference.generate(command(null, null, null)))
                .isInstanceOfSatisfying(
                        GenerationFailedException.class,
                        e -> assertThat(e.error().code()).isEqualTo(ErrorCode.OUTPUT_EXPIRED.name()));
        assertThat(studio.store.all()).isEmpty();
        assertThat(studio.store.openDrafts()).isZero();
    }

    @Test
    void a_dry_run_draws_nothing() {
        var run = studio.generateCharacterReference.plan(command(null, null, null));

        assertThat(run.plan().defaultsApplied()).containsKeys("aspect_ratio", "num_images", "output_format");
        assertThat(run.call().target()).contains("one");
        assertThat(studio.images.requests()).isEmpty();
    }
}
