package dev.mvstudio.adapter.replicate;

import static dev.mvstudio.testkit.video.VideoRequests.plain;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.mvstudio.domain.asset.AspectRatio;
import dev.mvstudio.domain.asset.Asset;
import dev.mvstudio.domain.asset.MediaType;
import dev.mvstudio.domain.image.ReferenceImage;
import dev.mvstudio.domain.provider.ErrorCode;
import dev.mvstudio.domain.provider.Model;
import dev.mvstudio.domain.provider.ProviderError;
import dev.mvstudio.domain.provider.Ticket;
import dev.mvstudio.domain.video.VideoRequest;
import dev.mvstudio.testkit.image.ImageRequests;
import dev.mvstudio.testkit.provider.Settling;
import dev.mvstudio.testkit.replicate.Call;
import dev.mvstudio.testkit.replicate.Fault;
import dev.mvstudio.testkit.video.VideoRequests;
import java.io.IOException;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ReferenceImagesTest extends Rehearsal {
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private static ReferenceImage picture(int bytes) {
        return VideoRequests.reference(random(bytes), MediaType.PNG);
    }

    private static byte[] random(int bytes) {
        byte[] random = new byte[bytes];
        new Random(bytes).nextBytes(random);
        return random;
    }

    private static VideoRequest clip(Model model, int seconds, ReferenceImage... images) {
        VideoRequest r = plain(model);
        return new VideoRequest(
                r.model(),
                r.prompt(),
                r.rules(),
                null,
                new AspectRatio(16, 9),
                Duration.ofSeconds(seconds),
                r.resolution(),
                false,
                null,
                List.of(images));
    }

    @Test
    void pictures_are_resembled_where_the_model_does_that_for_such_a_clip() {
        start(clips(), clip(Account.VEO, 8, picture(10), picture(20), picture(30)));

        assertThat(lastCreated().input().get("reference_images")).hasSize(3);
        assertThat(lastCreated().input().has("image")).isFalse();
    }

    @Test
    void a_picture_is_the_first_frame_of_any_other_clip() {
        start(clips(), clip(Account.VEO, 4, picture(10)));

        assertThat(lastCreated().input("image")).startsWith("data:image/png;base64,");
        assertThat(lastCreated().input().has("reference_images")).isFalse();
    }

    @Test
    void a_clip_can_go_from_one_picture_to_another() {
        start(clips(), clip(Account.VEO, 8, picture(10)).endingWith(picture(300_000)));

        assertThat(lastCreated().input("image")).startsWith("data:image/png;base64,");
        assertThat(lastCreated().input("last_frame")).contains("/files/");
        assertThat(lastCreated().input().has("reference_images")).isFalse();
    }

    @Test
    void an_image_can_resemble_pictures() {
        start(images(), ImageRequests.plain(Account.BANANA).resembling(List.of(picture(10), picture(300_000))));

        assertThat(lastCreated().input().get("image_input")).hasSize(2);
        assertThat(lastCreated().input().at("/image_input/1").asText()).contains("/files/");
    }

    @Test
    void a_model_that_knows_first_frames_only_gets_one() {
        start(clips(), clip(Account.VEO_FAST, 8, picture(10)));

        assertThat(lastCreated().input().has("image")).isTrue();
    }

    @Test
    void a_small_picture_is_a_part_of_the_order() {
        start(clips(), clip(Account.VEO_FAST, 8, picture(256_000)));

        String address = lastCreated().input("image");
        assertThat(Base64.getDecoder().decode(address.substring("data:image/png;base64,".length())))
                .isEqualTo(random(256_000));
        assertThat(fake.ledger().calls(Call.UPLOAD)).isZero();
    }

    @Test
    void a_large_picture_is_handed_in_as_a_file_and_removed_when_the_clip_is_made() {
        Ticket ticket = start(clips(), clip(Account.VEO_FAST, 8, picture(256_001)));

        assertThat(fake.files().present()).hasSize(1);
        String id = fake.files().present().get(0);
        assertThat(lastCreated().input("image")).isEqualTo(fake.api() + "/files/" + id);
        assertThat(fake.files().bytes(id)).isEqualTo(random(256_001));

        Settling.settle(clips(), ticket, PATIENCE);
        assertThat(fake.files().present()).isEmpty();

        clips().status(ticket);
    }

    @Test
    void a_very_large_picture_is_handed_in_piece_by_piece() {
        start(clips(), clip(Account.VEO_FAST, 8, picture(20_000_000)));

        assertThat(fake.files().bytes(fake.files().present().get(0))).isEqualTo(random(20_000_000));
    }

    @Test
    void several_files_are_handed_in_and_removed() {
        Ticket ticket = start(clips(), clip(Account.VEO, 8, picture(300_000), picture(10), picture(400_000)));

        JsonNode pictures = lastCreated().input().get("reference_images");
        assertThat(fake.files().present()).hasSize(2);
        assertThat(pictures.get(0).asText()).startsWith(fake.api() + "/files/");
        assertThat(pictures.get(1).asText()).startsWith("data:");

        Settling.settle(clips(), ticket, PATIENCE);
        assertThat(fake.files().present()).isEmpty();
    }

    @Test
    void a_canceled_clip_leaves_no_file() {
        fake.taking(Duration.ofSeconds(60));
        Ticket ticket = start(clips(), clip(Account.VEO_FAST, 8, picture(300_000)));
        clips().cancel(ticket);
        Settling.settle(clips(), ticket, PATIENCE);

        assertThat(fake.files().present()).isEmpty();
    }

    @Test
    void a_file_that_cannot_be_removed_does_not_spoil_the_clip() {
        fake.faults().always(Fault.internal(), Call.DELETE_FILE);
        Ticket ticket = start(clips(), clip(Account.VEO_FAST, 8, picture(300_000)));

        assertThat(Settling.outputs(Settling.settle(clips(), ticket, PATIENCE))).hasSize(1);
    }

    @Test
    void an_order_that_is_refused_leaves_no_file() {
        fake.faults().once(Fault.insufficientCredit(), Call.CREATE);

        assertThat(code(() -> clips().start(clip(Account.VEO_FAST, 8, picture(300_000)), key())))
                .isEqualTo(ErrorCode.INSUFFICIENT_CREDIT);
        assertThat(fake.ledger().calls(Call.UPLOAD)).isEqualTo(1);
        assertThat(fake.files().present()).isEmpty();
    }

    @Test
    void an_order_that_may_have_been_accepted_keeps_its_file() {
        fake.faults().once(Fault.lost(), Call.CREATE);

        assertThat(code(() -> clips().start(clip(Account.VEO_FAST, 8, picture(300_000)), key())))
                .isEqualTo(ErrorCode.OUTCOME_UNKNOWN);
        assertThat(fake.files().present()).hasSize(1);
    }

    @Test
    void what_cannot_be_handed_in_was_surely_not_started() {
        fake.faults().once(Fault.lost(), Call.UPLOAD);

        assertThat(code(() -> clips().start(clip(Account.VEO_FAST, 8, picture(300_000)), key())))
                .isEqualTo(ErrorCode.PROVIDER_UNAVAILABLE);
        assertThat(fake.ledger().calls(Call.CREATE)).isZero();
    }

    @Test
    void a_picture_that_cannot_be_read_was_surely_not_started() {
        Asset asset = picture(300_000).asset();
        ReferenceImage broken = new ReferenceImage(asset, () -> {
            throw new IOException("the disk is gone");
        });

        ProviderError error = error(() -> clips().start(clip(Account.VEO_FAST, 8, broken), key()));

        assertThat(error.code()).isEqualTo(ErrorCode.PROVIDER_UNAVAILABLE);
        assertThat(error.details()).contains("the disk is gone");
        assertThat(fake.ledger().calls(Call.CREATE)).isZero();
    }

    @Test
    void a_picture_that_replicate_would_not_take_is_refused_before_anything_is_sent() {
        Asset small = picture(10).asset();
        Asset huge = new Asset(
                small.id(),
                small.collection(),
                small.path(),
                small.info(),
                100_000_001,
                small.sha256(),
                small.createdAt(),
                null);
        ReferenceImage image = new ReferenceImage(huge, () -> {
            throw new AssertionError("nobody reads it");
        });

        ProviderError error = error(() -> clips().start(clip(Account.VEO, 8, picture(300_000), image), key()));

        assertThat(error.code()).isEqualTo(ErrorCode.INVALID_PROVIDER_REQUEST);
        assertThat(error.details()).contains("100 MB");
        assertThat(fake.ledger().calls(Call.UPLOAD)).isZero();
    }
}
