package dev.mvstudio.application.asset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mvstudio.application.FakeStudio;
import dev.mvstudio.application.job.Progress;
import dev.mvstudio.application.request.InvalidRequestException;
import dev.mvstudio.application.request.InvalidRequestException.Code;
import dev.mvstudio.application.request.NotFoundException;
import dev.mvstudio.application.video.GenerateVideoCommand;
import dev.mvstudio.domain.asset.Asset;
import dev.mvstudio.domain.asset.MediaType.Family;
import dev.mvstudio.domain.asset.StorageException;
import dev.mvstudio.testkit.video.FakeVideoModel;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Set;
import org.junit.jupiter.api.Test;

class AssetsTest {
    private final FakeStudio studio = new FakeStudio();

    private Asset clip() {
        return studio.generateVideo
                .generate(GenerateVideoCommand.of("a clip"), Progress.NONE)
                .video();
    }

    @Test
    void a_stored_clip_is_found_by_its_id_and_read() throws IOException {
        Asset clip = clip();

        assertThat(studio.assets.get("video_id", clip.id().toString(), Set.of(Family.VIDEO)))
                .isEqualTo(clip);
        assertThat(studio.assets.bytes(clip).open().readAllBytes()).isEqualTo(FakeVideoModel.clip());
        assertThat(studio.assets.local(clip)).exists();
    }

    @Test
    void an_asset_of_another_family_is_not_found() {
        assertThatThrownBy(() -> studio.assets.get("image_id", clip().id().toString(), Set.of(Family.IMAGE)))
                .isInstanceOfSatisfying(
                        NotFoundException.class,
                        e -> assertThat(e.details())
                                .isEqualTo("The image may have been deleted or the ID is incorrect"));
    }

    @Test
    void a_malformed_id_is_refused_before_the_store_is_asked() {
        studio.store.failWith(StorageException.Fault.STORAGE_UNAVAILABLE);

        assertThatThrownBy(() -> studio.assets.find("video_id", "../../x", Set.of(Family.VIDEO)))
                .isInstanceOfSatisfying(
                        InvalidRequestException.class, e -> assertThat(e.code()).isEqualTo(Code.INVALID_ID));
    }

    @Test
    void a_thumbnail_is_made_once_and_goes_with_its_clip() {
        Asset clip = clip();

        Asset thumbnail = studio.assets.thumbnail(clip);
        assertThat(studio.assets.thumbnail(clip)).isEqualTo(thumbnail);

        studio.assets.delete(clip);
        assertThat(studio.store.all()).isEmpty();
    }

    @Test
    void tools_work_on_copies_of_files_that_lie_elsewhere_and_the_copies_go() {
        Asset clip = clip();
        studio.store.keepElsewhere();

        try (LocalFiles files = studio.assets.files()) {
            assertThat(files.of(clip)).hasBinaryContent(FakeVideoModel.clip());
            assertThat(studio.store.openDrafts()).isEqualTo(1);
        }

        assertThat(studio.assets.thumbnail(clip).size()).isPositive();
        assertThat(studio.store.openDrafts()).isZero();
        assertThatThrownBy(() -> studio.assets.local(clip)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void an_upload_of_another_kind_or_size_is_refused_and_leaves_nothing() {
        assertRefused("a text".getBytes(StandardCharsets.UTF_8), Code.INVALID_IMAGE, "no known format");
        assertRefused(FakeVideoModel.clip(), Code.PAYLOAD_TOO_LARGE, "larger than 2000 bytes");
        assertRefused(png(1_001), Code.PAYLOAD_TOO_LARGE, "larger than 1000 bytes");
        assertThat(studio.store.all()).isEmpty();
        assertThat(studio.store.openDrafts()).isZero();
    }

    private static byte[] png(int size) {
        byte[] bytes = Arrays.copyOf("\u0089PNG".getBytes(StandardCharsets.ISO_8859_1), size);
        bytes[19] = 1;
        bytes[23] = 1;
        return bytes;
    }

    private void assertRefused(byte[] bytes, Code code, String why) {
        assertThatThrownBy(() -> studio.uploads.upload("file", new ByteArrayInputStream(bytes)))
                .isInstanceOfSatisfying(
                        InvalidRequestException.class, e -> assertThat(e.code()).isEqualTo(code))
                .hasMessageContaining(why);
    }

    @Test
    void an_upload_that_breaks_off_leaves_nothing() throws IOException {
        InputStream broken = InputStream.nullInputStream();
        broken.close();

        assertThatThrownBy(() -> studio.uploads.upload("file", broken)).isInstanceOf(IOException.class);
        assertThat(studio.store.openDrafts()).isZero();
    }

    @Test
    void a_clip_can_be_taken_in_on_this_machine() throws IOException {
        var first = studio.uploads.uploadClip("clip", new ByteArrayInputStream(FakeVideoModel.clip()));
        var second = studio.uploads.uploadClip("clip", new ByteArrayInputStream(FakeVideoModel.clip()));

        assertThat(first.created()).isTrue();
        assertThat(second.created()).isFalse();
        assertThat(second.asset()).isEqualTo(first.asset());
    }
}
