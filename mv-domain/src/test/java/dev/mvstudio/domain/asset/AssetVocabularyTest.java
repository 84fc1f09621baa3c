package dev.mvstudio.domain.asset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mvstudio.domain.asset.StorageException.Fault;
import dev.mvstudio.domain.job.JobId;
import java.io.IOException;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AssetVocabularyTest {
    private static final JobId JOB = new JobId(UUID.fromString("11111111-2222-4333-8444-555555555555"));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "..",
                "../../etc/passwd",
                "A1B2C3D4-E5F6-7890-ABCD-EF1234567890",
                "a1b2c3d4e5f67890abcdef1234567890",
                "a1b2c3d4-e5f6-7890-abcd-ef123456789",
                "a1b2c3d4-e5f6-7890-abcd-ef1234567890\n",
                "a1b2c3d4-e5f6-7890-abcd-ef12345678９0"
            })
    void only_the_canonical_form_is_an_id(String text) {
        assertThat(AssetId.parse(text)).isEmpty();
    }

    @Test
    void the_same_job_and_name_give_the_same_id() {
        assertThat(AssetId.of(JOB.value(), "film"))
                .isEqualTo(AssetId.of(JOB.value(), "film"))
                .isNotEqualTo(AssetId.of(JOB.value(), "other"));
        assertThat(AssetId.parse(AssetId.of(JOB.value(), "film").toString())).contains(AssetId.of(JOB.value(), "film"));
    }

    @Test
    void a_new_asset_goes_into_the_folder_of_its_collection() {
        AssetId id = AssetId.of(JOB.value(), "film");
        MediaInfo info = new MediaInfo(MediaType.MP4, null, null, true);

        assertThat(NewAsset.of(id, Collection.VIDEOS, info, Instant.EPOCH).path())
                .isEqualTo("videos/" + id + ".mp4");
    }

    @ParameterizedTest
    @CsvSource({
        "No space left on device, DISK_FULL",
        "Disk quota exceeded, DISK_FULL",
        "There is not enough space on the disk, DISK_FULL",
        "Permission denied, STORAGE_UNAVAILABLE"
    })
    void a_full_disk_is_told_from_other_trouble_and_no_path_leaks(String why, Fault fault) {
        StorageException told = StorageException.because("storing a clip", new IOException("/secret/x: " + why));

        assertThat(told.fault()).isEqualTo(fault);
        assertThat(told).hasMessageContaining("storing a clip").message().doesNotContain("/secret");
    }

    @ParameterizedTest
    @CsvSource({"720p, 720", "1080p, 1080", "4320p, 4320", "120p, 120"})
    void a_resolution_is_read(String text, int lines) {
        assertThat(Resolution.parse(text)).contains(new Resolution(lines));
        assertThat(new Resolution(lines)).hasToString(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "720", "720P", "4k", "0720p", "119p", "4321p", "9999p"})
    void anything_else_is_no_resolution(String text) {
        assertThat(Resolution.parse(text)).isEmpty();
    }

    @Test
    void a_resolution_out_of_range_is_refused() {
        assertThatThrownBy(() -> new Resolution(119)).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @CsvSource({"png, PNG", "JPG, JPEG", "jpeg, JPEG", "WebP, WEBP"})
    void image_formats_are_read_in_any_case(String text, ImageFormat format) {
        assertThat(ImageFormat.parse(text)).contains(format);
        assertThat(MediaType.ofExtension(format.mediaType().extension())).contains(format.mediaType());
    }

    @Test
    void unknown_formats_are_none() {
        assertThat(ImageFormat.parse("gif")).isEmpty();
        assertThat(MediaType.ofExtension("exe")).isEmpty();
    }
}
