package dev.mvstudio.adapter.firebase;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.mvstudio.adapter.firebase.FirebaseConfiguration.Timing;
import dev.mvstudio.domain.asset.Asset;
import dev.mvstudio.domain.asset.AssetStore;
import dev.mvstudio.domain.asset.Collection;
import dev.mvstudio.domain.asset.Content;
import dev.mvstudio.domain.asset.NewAsset;
import dev.mvstudio.domain.asset.StorageException;
import dev.mvstudio.testkit.asset.FakeAssetStore;
import dev.mvstudio.testkit.asset.NewAssets;
import dev.mvstudio.testkit.storage.Call;
import dev.mvstudio.testkit.storage.Fault;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What happens to assets while the bucket cannot be reached. */
class SpoolTest {
    private static final byte[] BYTES = "a picture".getBytes(UTF_8);
    private static final String PATH = "sequences/cliff-1/images/scene_0001.png";
    private static final String OBJECT = "cliff-1/images/scene_0001.png";

    private final Rehearsal rehearsal = new Rehearsal();
    private final AssetStore spool = new FakeAssetStore();

    @AfterEach
    void close() throws Exception {
        rehearsal.close();
    }

    private static NewAsset picture(String path) {
        return new NewAsset(NewAssets.id(), Collection.SEQUENCES, path, NewAssets.PICTURE, NewAssets.NOON, null);
    }

    private static byte[] fetch(URI address) throws IOException, InterruptedException {
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofByteArray())
                    .body();
        }
    }

    private boolean isThere(String object) {
        return rehearsal.fake.object(object).isPresent();
    }

    @Test
    void what_is_published_while_storage_is_down_is_there_and_goes_up_later() throws Exception {
        FirebaseAssetStore store = rehearsal.store(spool);
        rehearsal.fake.down();

        Asset asset = NewAssets.publish(store, picture(PATH), BYTES);

        assertThat(store.find(asset.id())).contains(asset);
        assertThat(store.findBySha256(Collection.SEQUENCES, asset.sha256())).contains(asset);
        assertThat(store.content(asset)).isInstanceOf(Content.LocalFile.class);
        assertThat(store.content(asset).bytes().open().readAllBytes()).isEqualTo(BYTES);
        URI address = store.address(asset).orElseThrow();

        rehearsal.fake.up();
        Rehearsal.await(() -> isThere(OBJECT));

        assertThat(fetch(address)).isEqualTo(BYTES);
        Rehearsal.await(() -> spool.find(asset.id()).isEmpty());
        assertThat(store.find(asset.id())).contains(asset);
        assertThat(store.content(asset)).isInstanceOf(Content.Remote.class);
    }

    @Test
    void what_waits_goes_up_after_a_restart() throws Exception {
        rehearsal.fake.down();
        FirebaseAssetStore before = rehearsal.store(spool);
        Asset asset = NewAssets.publish(before, picture(PATH), BYTES);
        before.close();
        rehearsal.fake.up();

        FirebaseAssetStore after = rehearsal.store(spool);
        after.identity();

        Rehearsal.await(() -> isThere(OBJECT));
        assertThat(after.find(asset.id())).contains(asset);
        FirebaseAssetStore elsewhere = rehearsal.store();
        Rehearsal.await(() -> elsewhere.find(asset.id()).isPresent());
    }

    /** One that is not asked again within this test. */
    private FirebaseAssetStore resting() {
        Timing q = Rehearsal.QUICK;
        Timing resting =
                new Timing(q.connect(), q.read(), q.patience(), Duration.ofHours(1), q.pause(), q.longestPause());
        return rehearsal.store(rehearsal.configuration().with(resting), spool);
    }

    @Test
    void once_storage_was_not_reached_nobody_else_waits_for_it() throws Exception {
        FirebaseAssetStore store = resting();
        Asset there = NewAssets.publish(store, scene(1), BYTES);
        rehearsal.fake.down();
        NewAssets.publish(store, scene(2), BYTES);
        long calls = rehearsal.fake.ledger().cutOffs();

        NewAssets.publish(store, scene(3), BYTES);
        assertThatExceptionOfType(StorageException.class).isThrownBy(() -> store.find(there.id()));
        assertThatExceptionOfType(StorageException.class).isThrownBy(() -> store.find(NewAssets.id()));
        assertThatExceptionOfType(IOException.class)
                .isThrownBy(() -> store.content(there).bytes().open());

        assertThat(calls).as("tried again and again").isGreaterThan(1);
        assertThat(rehearsal.fake.ledger().cutOffs()).isEqualTo(calls);
    }

    @Test
    void a_refusal_is_an_answer_after_which_it_is_asked_again() {
        FirebaseAssetStore store = resting();
        rehearsal.fake.denying("storage.objects.get");
        assertThatExceptionOfType(StorageException.class).isThrownBy(() -> store.find(NewAssets.id()));
        rehearsal.fake.denyingNothing();

        assertThat(store.find(NewAssets.id())).isEmpty();
    }

    @Test
    void after_a_while_it_is_asked_once_and_not_again_and_again() throws Exception {
        Timing q = Rehearsal.QUICK;
        Timing lazy = new Timing(
                q.connect(), q.read(), q.patience(), Duration.ofNanos(1), Duration.ofHours(1), Duration.ofHours(1));
        FirebaseAssetStore store = rehearsal.store(rehearsal.configuration().with(lazy), spool);
        Asset there = NewAssets.publish(store, scene(1), BYTES);
        rehearsal.fake.down();
        assertThatExceptionOfType(StorageException.class).isThrownBy(() -> store.find(there.id()));
        long calls = rehearsal.fake.ledger().cutOffs();

        assertThatExceptionOfType(StorageException.class).isThrownBy(() -> store.find(there.id()));

        assertThat(calls).isGreaterThan(2);
        assertThat(rehearsal.fake.ledger().cutOffs() - calls)
                .as("the JDK sends once more what a kept connection lost")
                .isBetween(1L, 2L);
        rehearsal.fake.up();
        Rehearsal.await(() -> isFound(store, there));
    }

    private static boolean isFound(FirebaseAssetStore store, Asset asset) {
        try {
            return store.find(asset.id()).isPresent();
        } catch (StorageException e) {
            return false;
        }
    }

    @Test
    void others_do_not_see_what_waits_and_say_so_when_they_cannot_know() {
        FirebaseAssetStore store = rehearsal.store(spool);
        FirebaseAssetStore elsewhere = rehearsal.store();
        rehearsal.fake.down();

        Asset asset = NewAssets.publish(store, picture(PATH), BYTES);

        assertThatExceptionOfType(StorageException.class).isThrownBy(() -> elsewhere.find(asset.id()));
    }

    @Test
    void a_lost_answer_is_no_conflict() {
        FirebaseAssetStore store = rehearsal.store(spool);
        rehearsal.fake.faults().times(3, Fault.lost(), Call.UPLOAD);

        Asset asset = NewAssets.publish(store, picture(PATH), BYTES);

        assertThat(store.find(asset.id())).contains(asset);
        assertThat(isThere(OBJECT)).isTrue();
    }

    @Test
    void what_is_refused_waits_as_it_may_have_been_paid() throws Exception {
        FirebaseAssetStore store = rehearsal.store(spool);
        rehearsal.fake.denying("storage.objects.create");

        Asset asset = NewAssets.publish(store, picture(PATH), BYTES);

        assertThat(store.find(asset.id())).contains(asset);
        assertThat(isThere(OBJECT)).isFalse();

        rehearsal.fake.denyingNothing();
        Rehearsal.await(() -> isThere(OBJECT));
    }

    @Test
    void what_waits_is_kept_while_storage_refuses() throws Exception {
        FirebaseAssetStore store = rehearsal.store(spool);
        rehearsal.fake.down();
        Asset asset = NewAssets.publish(store, picture(PATH), BYTES);
        rehearsal.fake.denying("storage.objects.create").up();
        int before = rehearsal.fake.ledger().calls(Call.UPLOAD);
        Rehearsal.await(() -> rehearsal.fake.ledger().calls(Call.UPLOAD) > before + 1);

        assertThat(store.find(asset.id())).contains(asset);

        rehearsal.fake.denyingNothing();
        Rehearsal.await(() -> isThere(OBJECT));
    }

    private static NewAsset scene(int number) {
        return picture("sequences/cliff-1/images/scene_000" + number + ".png");
    }

    private static String object(int number) {
        return "cliff-1/images/scene_000" + number + ".png";
    }

    private long refusals(int number) {
        return rehearsal.fake.ledger().refusals().stream()
                .filter(r -> r.contains("to the Google Cloud Storage object " + object(number)))
                .count();
    }

    @Test
    void one_that_is_refused_for_itself_keeps_no_other_one_waiting() throws Exception {
        FirebaseAssetStore store = rehearsal.store(spool);
        rehearsal.fake.closing(object(1)).closing(object(2));
        Asset refused = NewAssets.publish(store, scene(1), BYTES);
        rehearsal.fake.down();
        Asset alsoRefused = NewAssets.publish(store, scene(2), BYTES);
        NewAssets.publish(store, scene(3), BYTES);
        NewAssets.publish(store, scene(4), BYTES);

        rehearsal.fake.up();

        Rehearsal.await(() -> isThere(object(3)) && isThere(object(4)) && refusals(2) > 2);
        NewAssets.publish(store, scene(5), BYTES);
        assertThat(isThere(object(5))).as("taken at once").isTrue();
        assertThat(store.find(refused.id())).contains(refused);
        assertThat(store.find(alsoRefused.id())).contains(alsoRefused);

        rehearsal.fake.denyingNothing();
        Rehearsal.await(() -> isThere(object(1)) && isThere(object(2)));
    }

    @Test
    void after_a_restart_one_that_is_refused_keeps_no_other_one_waiting_either() throws Exception {
        rehearsal.fake.down();
        FirebaseAssetStore before = rehearsal.store(spool);
        for (int number = 1; number <= 5; number++) {
            NewAssets.publish(before, scene(number), BYTES);
        }
        before.close();
        rehearsal.fake.up();
        List.of(1, 3, 5).forEach(number -> rehearsal.fake.closing(object(number)));

        rehearsal.store(spool).identity();

        Rehearsal.await(() -> isThere(object(2)) && isThere(object(4)) && refusals(1) > 1 && refusals(5) > 1);
        rehearsal.fake.denyingNothing();
        Rehearsal.await(() -> isThere(object(1)) && isThere(object(3)) && isThere(object(5)));
    }

    @Test
    void a_place_that_somebody_else_took_meanwhile_keeps_no_other_one_waiting() throws Exception {
        FirebaseAssetStore store = rehearsal.store(spool);
        rehearsal.fake.down();
        Asset late = NewAssets.publish(store, scene(1), BYTES);
        NewAssets.publish(store, scene(2), BYTES);
        rehearsal.fake.foreign(object(1), "not ours".getBytes(UTF_8)).up();

        Rehearsal.await(() -> isThere(object(2)));

        assertThat(store.find(late.id())).contains(late);
        assertThat(store.content(late).bytes().open().readAllBytes()).isEqualTo(BYTES);
        rehearsal.fake.forget(object(1));
        Rehearsal.await(() -> isThere(object(1)));
    }

    @Test
    void what_was_deleted_while_it_waited_does_not_go_up() throws Exception {
        FirebaseAssetStore store = rehearsal.store(spool);
        rehearsal.fake.down();
        Asset deleted = NewAssets.publish(store, picture(PATH), BYTES);
        Asset kept = NewAssets.publish(store, picture("sequences/cliff-1/images/scene_0002.png"), BYTES);

        assertThat(store.delete(deleted.id())).isTrue();
        rehearsal.fake.up();
        Rehearsal.await(() -> isThere("cliff-1/images/scene_0002.png"));

        assertThat(isThere(OBJECT)).isFalse();
        assertThat(store.find(kept.id())).contains(kept);
    }

    @Test
    void a_time_that_was_set_while_it_waited_goes_up_with_it() throws Exception {
        FirebaseAssetStore store = rehearsal.store(spool);
        rehearsal.fake.down();
        Asset asset = NewAssets.publish(store, picture(PATH), BYTES);

        Asset changed = store.expireAt(asset.id(), NewAssets.NOON.plus(Duration.ofDays(1)));
        rehearsal.fake.up();

        assertThat(changed.expiresAt()).isEqualTo(NewAssets.NOON.plus(Duration.ofDays(1)));
        Rehearsal.await(() -> isThere(OBJECT));
        FirebaseAssetStore elsewhere = rehearsal.store();
        Rehearsal.await(() -> elsewhere.find(asset.id()).filter(changed::equals).isPresent());
    }

    @Test
    void a_path_that_waits_is_taken() {
        FirebaseAssetStore store = rehearsal.store(spool);
        rehearsal.fake.down();
        NewAssets.publish(store, picture(PATH), BYTES);

        assertThatIllegalArgumentException().isThrownBy(() -> NewAssets.publish(store, picture(PATH), BYTES));
    }

    @Test
    void nothing_is_sent_twice_while_storage_is_there() {
        FirebaseAssetStore store = rehearsal.store(spool);

        NewAssets.publish(store, picture(PATH), BYTES);

        assertThat(rehearsal.fake.ledger().bytesUploaded()).isEqualTo(BYTES.length);
        assertThat(rehearsal.fake.ledger().refusals())
                .as("questions whether it is there")
                .allMatch(r -> r.startsWith("404 "));
    }
}
