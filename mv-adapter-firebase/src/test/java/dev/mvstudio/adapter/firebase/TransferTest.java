package dev.mvstudio.adapter.firebase;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.mvstudio.adapter.firebase.FirebaseConfiguration.Hosts;
import dev.mvstudio.domain.asset.Asset;
import dev.mvstudio.domain.asset.Collection;
import dev.mvstudio.domain.asset.NewAsset;
import dev.mvstudio.domain.asset.StorageException;
import dev.mvstudio.testkit.asset.FakeAssetStore;
import dev.mvstudio.testkit.asset.NewAssets;
import dev.mvstudio.testkit.storage.Call;
import dev.mvstudio.testkit.storage.Fault;
import dev.mvstudio.testkit.storage.StoredObject;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How bytes get into the bucket and out of it, and who is let in. */
class TransferTest {
    private static final int LARGE = 9 << 20;

    private final Rehearsal rehearsal = new Rehearsal();
    private final FirebaseAssetStore store = rehearsal.store();

    @TempDir
    Path folder;

    @AfterEach
    void close() throws Exception {
        rehearsal.close();
    }

    private static byte[] random(int size) {
        byte[] bytes = new byte[size];
        new Random(7).nextBytes(bytes);
        return bytes;
    }

    private static byte[] range(FirebaseAssetStore store, Asset asset, long first, int count) throws IOException {
        try (InputStream in = store.content(asset).bytes().open(first, count)) {
            return in.readNBytes(count);
        }
    }

    private StoredObject object(String name) {
        return rehearsal.fake.object(name).orElseThrow();
    }

    @Test
    void an_object_tells_what_it_is_and_lets_download_who_has_its_token() {
        NewAsset as = new NewAsset(
                NewAssets.id(),
                Collection.SEQUENCES,
                "sequences/cliff-1/images/scene_0001.png",
                NewAssets.PICTURE,
                NewAssets.NOON,
                null);

        Asset asset = NewAssets.publish(store, as, "a picture".getBytes(UTF_8));

        StoredObject object = object("cliff-1/images/scene_0001.png");
        assertThat(object.contentType()).isEqualTo("image/png");
        assertThat(object.metadata())
                .containsEntry("mvstudio_id", asset.id().toString())
                .containsEntry("mvstudio_sha256", asset.sha256());
        assertThat(store.address(asset))
                .contains(URI.create(rehearsal.fake.address() + "/v0/b/" + Rehearsal.BUCKET
                        + "/o/cliff-1%2Fimages%2Fscene_0001.png?alt=media&token="
                        + object.metadata().get(StoredObject.TOKENS)));
    }

    @Test
    void the_address_is_that_of_firebase_unless_it_is_emulated() throws Exception {
        FirebaseConfiguration real = FirebaseConfiguration.of(
                Rehearsal.PROJECT, Rehearsal.BUCKET, new ServiceAccount.Ambient(), Hosts.GOOGLE);
        Asset asset = NewAssets.publish(store, NewAssets.clip(NewAssets.id()), new byte[1]);

        assertThat(rehearsal.store(real, new FakeAssetStore()).address(asset).orElseThrow())
                .asString()
                .startsWith(
                        "https://firebasestorage.googleapis.com/v0/b/demo-mv-1a2b3.firebasestorage.app/o/videos%2F");
    }

    @Test
    void a_sequence_that_is_named_as_one_of_our_folders_does_not_get_into_it() {
        assertThat(ObjectNames.media("sequences/videos/images/scene_0001.png"))
                .isEqualTo("sequences/videos/images/scene_0001.png");
        assertThat(ObjectNames.media("sequences/film/images/scene_0001.png")).isEqualTo("film/images/scene_0001.png");
        assertThat(ObjectNames.media("videos/a.mp4")).isEqualTo("videos/a.mp4");
    }

    @Test
    void a_large_file_is_streamed_and_goes_on_where_it_was_cut() throws IOException {
        byte[] bytes = random(LARGE);
        FirebaseAssetStore patient = rehearsal.store(
                rehearsal.configuration().with(FirebaseConfiguration.Timing.USUAL), new FakeAssetStore());
        rehearsal.fake.faults().once(new Fault.CutInTheMiddle(), Call.UPLOAD_PART);

        Asset asset = NewAssets.publish(patient, NewAssets.clip(NewAssets.id()), bytes);

        assertThat(object(asset.path()).bytes()).isEqualTo(bytes);
        assertThat(rehearsal.fake.ledger().calls(Call.UPLOAD_BEGIN)).isEqualTo(1);
        assertThat(rehearsal.fake.ledger().bytesUploaded()).isLessThan(LARGE * 11L / 10);
        assertThat(range(store, asset, 0, LARGE)).isEqualTo(bytes);
    }

    @Test
    void bytes_that_change_on_the_way_are_sent_again() throws Exception {
        rehearsal.fake.faults().once(new Fault.Damaged(), Call.UPLOAD_PART);
        byte[] bytes = random(LARGE);

        Asset asset = NewAssets.publish(store, NewAssets.clip(NewAssets.id()), bytes);

        Rehearsal.await(() -> rehearsal.fake.object(asset.path()).isPresent());
        assertThat(object(asset.path()).bytes()).isEqualTo(bytes);
    }

    @Test
    void a_part_is_read_without_the_rest() throws IOException {
        byte[] bytes = random(100_000);
        Asset asset = NewAssets.publish(store, NewAssets.clip(NewAssets.id()), bytes);

        assertThat(range(store, asset, 50_000, 10)).isEqualTo(Arrays.copyOfRange(bytes, 50_000, 50_010));
        assertThat(range(store, asset, 99_999, 10)).isEqualTo(Arrays.copyOfRange(bytes, 99_999, 100_000));
        assertThat(range(store, asset, 100_000, 10)).isEmpty();
        assertThatExceptionOfType(EOFException.class).isThrownBy(() -> range(store, asset, 100_001, 1));
        assertThat(rehearsal.fake.ledger().ranges()).containsExactly("bytes=50000-50009", "bytes=99999-99999");
    }

    @Test
    void a_download_that_is_cut_goes_on() throws IOException {
        byte[] bytes = random(1_000_000);
        Asset asset = NewAssets.publish(store, NewAssets.clip(NewAssets.id()), bytes);
        rehearsal.fake.faults().once(new Fault.CutInTheMiddle(), Call.READ);

        assertThat(range(store, asset, 0, bytes.length)).isEqualTo(bytes);
    }

    @Test
    void what_cannot_be_read_is_told_when_it_is_opened() {
        Asset asset = NewAssets.publish(store, NewAssets.clip(NewAssets.id()), new byte[3]);
        rehearsal.fake.down();

        assertThatExceptionOfType(IOException.class)
                .isThrownBy(() -> store.content(asset).bytes().open());
    }

    @Test
    void throttling_is_waited_for() {
        FirebaseAssetStore patient = rehearsal.store(
                rehearsal.configuration().with(FirebaseConfiguration.Timing.USUAL), new FakeAssetStore());
        rehearsal.fake.faults().once(Fault.throttled(), Call.UPLOAD).once(Fault.unavailable(), Call.UPLOAD);

        Asset asset = NewAssets.publish(patient, NewAssets.clip(NewAssets.id()), new byte[3]);

        assertThat(store.find(asset.id())).contains(asset);
    }

    @Test
    void a_bucket_that_is_missing_is_no_absence() {
        rehearsal.fake.withoutBucket();

        assertThatExceptionOfType(StorageException.class)
                .isThrownBy(() -> store.find(NewAssets.id()))
                .withMessageContaining("there is no bucket " + Rehearsal.BUCKET)
                .withMessageContaining("MV_FIREBASE_BUCKET");
    }

    @Test
    void a_path_is_free_again_when_the_process_that_stored_there_died_long_ago() {
        NewAsset first = NewAssets.clip(NewAssets.id());
        Asset there = NewAssets.publish(store, first, new byte[1]);
        rehearsal.fake.forget(ObjectNames.record(first.id()));
        NewAsset second =
                new NewAsset(NewAssets.id(), Collection.VIDEOS, there.path(), NewAssets.CLIP, NewAssets.NOON, null);

        assertThatExceptionOfType(IllegalArgumentException.class)
                .as("it may be under way")
                .isThrownBy(() -> NewAssets.publish(store, second, new byte[2]));

        FirebaseAssetStore later = rehearsal.store(
                rehearsal.configuration(), new FakeAssetStore(), Clock.offset(Clock.systemUTC(), Duration.ofHours(1)));
        assertThat(NewAssets.publish(later, second, new byte[2]).size()).isEqualTo(2);
        assertThat(object(there.path()).bytes()).hasSize(2);
    }

    private ServiceAccount.File account() throws IOException {
        return new ServiceAccount.File(
                Files.writeString(folder.resolve("account.json"), rehearsal.fake.serviceAccount(Rehearsal.PROJECT)));
    }

    private FirebaseAssetStore as(ServiceAccount account) {
        return rehearsal.store(rehearsal.configuration(account), new FakeAssetStore());
    }

    @Test
    void a_service_account_signs_in() throws IOException {
        rehearsal.fake.lockedUp();
        FirebaseAssetStore ours = as(account());

        Asset asset = NewAssets.publish(ours, NewAssets.clip(NewAssets.id()), new byte[3]);

        assertThat(ours.find(asset.id())).contains(asset);
    }

    @Test
    void where_addresses_are_signed_there_is_none_that_stays() throws IOException {
        FirebaseConfiguration signing = rehearsal.configuration(account()).signing(Duration.ofMinutes(5));
        FirebaseAssetStore ours = rehearsal.store(signing, new FakeAssetStore());

        Asset asset = NewAssets.publish(ours, NewAssets.clip(NewAssets.id()), new byte[3]);

        URI address = ours.address(asset).orElseThrow();
        assertThat(address.getPath()).endsWith(Rehearsal.BUCKET + "/" + asset.path());
        assertThat(address.getQuery()).contains("X-Goog-Algorithm=GOOG4-RSA-SHA256", "X-Goog-Expires=300");
        assertThat(object(asset.path()).metadata()).doesNotContainKey(StoredObject.TOKENS);
    }

    @Test
    void without_a_key_nothing_is_signed_and_not_for_longer_than_google_does() throws IOException {
        FirebaseConfiguration nobody = rehearsal.configuration();
        FirebaseConfiguration somebody = rehearsal.configuration(account());

        assertThatIllegalArgumentException()
                .isThrownBy(() -> nobody.signing(Duration.ofHours(1)))
                .withMessageContaining("firebase_signed_urls: needs the key");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> somebody.signing(Duration.ofDays(8)))
                .withMessageContaining("7 days");
    }

    @Test
    void nothing_is_wrong_with_a_bucket_that_may_be_used() throws IOException {
        rehearsal.fake.lockedUp();

        assertThat(as(account()).checkup().faults()).isEmpty();
        assertThat(store.checkup().subject()).isEqualTo("storage");
    }

    @Test
    void a_permission_that_is_missing_is_said_before_anything_is_stored() throws IOException {
        rehearsal.fake.lockedUp().denying("storage.objects.create");

        assertThat(as(account()).checkup().faults())
                .singleElement()
                .asString()
                .contains("storage.objects.create", Rehearsal.BUCKET, "Storage Object Admin");
    }

    @Test
    void a_key_that_expired_is_said_before_anything_is_stored() throws IOException {
        rehearsal.fake.withExpiredKey();

        assertThat(as(account()).checkup().faults())
                .singleElement()
                .asString()
                .contains("the key of the service account is not accepted");
    }

    @Test
    void a_file_that_is_no_account_is_said_before_anything_is_stored() throws IOException {
        Path none = Files.writeString(folder.resolve("none.json"), "{}");

        assertThat(as(new ServiceAccount.File(none)).checkup().faults())
                .singleElement()
                .asString()
                .contains("no usable credentials");
    }

    @Test
    void a_bucket_that_is_missing_is_said_before_anything_is_stored() {
        rehearsal.fake.withoutBucket();

        assertThat(store.checkup().faults()).singleElement().asString().contains("there is no bucket");
    }

    @Test
    void a_storage_that_cannot_be_reached_is_no_fault_as_files_can_wait() {
        rehearsal.fake.down();

        assertThat(store.checkup().faults()).isEmpty();
    }
}
