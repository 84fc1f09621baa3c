package dev.mvstudio.adapter.local.asset;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.mvstudio.domain.asset.Asset;
import dev.mvstudio.domain.asset.Collection;
import dev.mvstudio.domain.asset.Content;
import dev.mvstudio.domain.asset.Draft;
import dev.mvstudio.domain.asset.MediaType;
import dev.mvstudio.domain.asset.NewAsset;
import dev.mvstudio.domain.asset.StorageException;
import dev.mvstudio.domain.asset.StorageException.Fault;
import dev.mvstudio.testkit.asset.NewAssets;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LocalAssetStoreTest {
    private static final byte[] BYTES = "bytes of a clip".getBytes(UTF_8);

    @TempDir
    Path root;

    @Test
    void the_media_lie_where_they_were_put() {
        var id = NewAssets.id();

        NewAssets.publish(new LocalAssetStore(root), NewAssets.clip(id), BYTES);

        assertThat(root.resolve("videos").resolve(id + ".mp4")).hasBinaryContent(BYTES);
    }

    @Test
    void looking_does_not_make_a_folder_before_it_is_used() {
        Path later = root.resolve("later");

        new LocalAssetStore(later);

        assertThat(later).doesNotExist();
    }

    @Test
    void its_name_goes_along_when_the_folder_is_moved() throws IOException {
        String name = new LocalAssetStore(root.resolve("here")).identity();

        Files.move(root.resolve("here"), root.resolve("there"));

        assertThat(new LocalAssetStore(root.resolve("there")).identity()).isEqualTo(name);
        assertThat(new LocalAssetStore(root.resolve("here")).identity()).isNotEqualTo(name);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a name of somebody's", "00000000-0000-0000-0000"})
    void a_name_that_was_changed_is_not_taken_for_one(String name) throws IOException {
        Files.writeString(root.resolve(".store"), name);

        assertThatThrownBy(() -> new LocalAssetStore(root).identity())
                .isInstanceOf(StorageException.class)
                .hasMessageContaining(".store");
        assertThat(root.resolve(".store")).hasContent(name);
    }

    private static List<Path> files(Path folder) throws IOException {
        if (Files.notExists(folder)) {
            return List.of();
        }
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile).toList();
        }
    }

    @Test
    void a_start_sweeps_the_drafts_of_dead_processes_and_no_others() throws Exception {
        Process dead = DraftingProcess.start(root);
        Path theirs = DraftingProcess.draftOf(dead);
        Files.createDirectories(
                theirs.resolveSibling(theirs.getFileName() + ".work").resolve("deep"));
        try (Draft ours = new LocalAssetStore(root).draft(MediaType.MP4)) {
            Files.write(ours.file(), BYTES);
            new LocalAssetStore(root).draft(null).close();
            assertThat(theirs).as("while its process lives").exists();

            dead.destroyForcibly().waitFor();
            new LocalAssetStore(root).draft(null).close();

            assertThat(theirs).doesNotExist();
            assertThat(files(root.resolve(".parts"))).hasSize(2).contains(ours.file());
        }
        assertThat(root.resolve(".parts")).isEmptyDirectory();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "end=end", "id=1\nend=end\n", "\\u00zz\nend=end\n"})
    void a_damaged_record_is_an_error_and_not_an_absence(String record) throws IOException {
        LocalAssetStore store = new LocalAssetStore(root);
        Asset asset = NewAssets.publish(store, NewAssets.clip(NewAssets.id()), BYTES);
        Files.writeString(sidecar(asset), record);

        StorageException e = catchThrowableOfType(StorageException.class, () -> store.find(asset.id()));

        assertThat(e.fault()).isEqualTo(Fault.STORAGE_UNAVAILABLE);
        assertThat(e).hasMessageContaining(asset.id().toString());
        assertThat(e.getMessage()).doesNotContain(root.toString());
    }

    @Test
    void a_record_that_is_cut_anywhere_is_an_error() throws IOException {
        LocalAssetStore store = new LocalAssetStore(root);
        Asset asset = NewAssets.publish(store, NewAssets.clip(NewAssets.id()), BYTES);
        byte[] whole = Files.readAllBytes(sidecar(asset));

        for (int length = 0; length < whole.length; length++) {
            Files.write(sidecar(asset), java.util.Arrays.copyOf(whole, length));
            assertThatThrownBy(() -> store.find(asset.id())).isInstanceOf(StorageException.class);
        }
    }

    @Test
    void a_record_that_points_outside_is_an_error() throws IOException {
        LocalAssetStore store = new LocalAssetStore(root);
        Asset asset = NewAssets.publish(store, NewAssets.clip(NewAssets.id()), BYTES);
        Files.writeString(sidecar(asset), Files.readString(sidecar(asset)).replace("path=videos/", "path=../videos/"));

        assertThatThrownBy(() -> store.find(asset.id())).isInstanceOf(StorageException.class);
    }

    private Path sidecar(Asset asset) {
        return new Layout(root).sidecar(asset.id());
    }

    @Test
    void a_folder_that_leads_out_by_a_link_is_refused() throws IOException {
        Path outside = Files.createDirectories(root.resolve("outside"));
        Path store = Files.createDirectories(root.resolve("store"));
        Files.createSymbolicLink(store.resolve("videos"), outside);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> NewAssets.publish(new LocalAssetStore(store), NewAssets.clip(NewAssets.id()), BYTES))
                .withMessageNotContaining(root.toString());
        assertThat(outside).isEmptyDirectory();
    }

    @Test
    void a_root_that_is_itself_a_link_is_fine() throws IOException {
        Path disk = Files.createDirectories(root.resolve("disk"));
        Path link = Files.createSymbolicLink(root.resolve("link"), disk);
        LocalAssetStore store = new LocalAssetStore(link);

        Asset asset = NewAssets.publish(store, NewAssets.clip(NewAssets.id()), BYTES);

        assertThat(store.content(asset)).isInstanceOf(Content.LocalFile.class);
    }

    @Test
    void a_root_that_cannot_be_made_is_told_at_the_first_use() throws IOException {
        Path file = Files.createFile(root.resolve("file"));
        LocalAssetStore store = new LocalAssetStore(file.resolve("below"));

        StorageException e = catchThrowableOfType(StorageException.class, () -> store.draft(null));

        assertThat(e.fault()).isEqualTo(Fault.STORAGE_UNAVAILABLE);
        assertThat(e).hasMessageStartingWith("preparing the store's folder failed");
        assertThatThrownBy(() -> store.find(NewAssets.id())).isInstanceOf(StorageException.class);
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void a_root_that_vanished_is_not_an_empty_store() throws IOException {
        Path folder = root.resolve("disk");
        LocalAssetStore store = new LocalAssetStore(folder);
        NewAssets.publish(store, NewAssets.clip(NewAssets.id()), BYTES);

        Files.move(folder, root.resolve("unmounted"));

        assertThatThrownBy(() -> store.find(NewAssets.id()))
                .isInstanceOf(StorageException.class)
                .hasMessageContaining("mounted");
        assertThatThrownBy(() -> store.findBySha256(Collection.VIDEOS, "0".repeat(64)))
                .isInstanceOf(StorageException.class);
    }

    @Test
    void media_that_were_changed_from_outside_are_not_handed_out() throws IOException {
        LocalAssetStore store = new LocalAssetStore(root);
        Asset asset = NewAssets.publish(store, NewAssets.clip(NewAssets.id()), BYTES);
        Files.writeString(root.resolve(asset.path()), "cut");

        assertThatThrownBy(() -> store.content(asset))
                .isInstanceOf(StorageException.class)
                .hasMessageContaining(asset.path());
    }

    @Test
    void a_damaged_record_does_not_keep_others_from_expiring() throws IOException {
        LocalAssetStore store = new LocalAssetStore(root);
        Asset damaged = NewAssets.publish(store, expiring(), BYTES);
        Asset sound = NewAssets.publish(store, expiring(), BYTES);
        Files.writeString(sidecar(damaged), "end=end");
        Files.writeString(sidecar(damaged).resolveSibling("note.txt"), "put here by somebody");

        assertThat(store.expired(NewAssets.NOON, 10)).containsExactly(sound);
        assertThat(root.resolve(damaged.path())).exists();
    }

    @Test
    void a_root_that_vanished_is_not_a_store_where_nothing_expires() throws IOException {
        Path folder = root.resolve("disk");
        LocalAssetStore store = new LocalAssetStore(folder);
        Asset asset = NewAssets.publish(store, expiring(), BYTES);

        Files.move(folder, root.resolve("unmounted"));
        Files.createDirectory(folder);

        assertThatThrownBy(() -> store.expired(NewAssets.NOON, 10)).hasMessageContaining("mounted");
        assertThatThrownBy(() -> store.expireAt(asset.id(), null)).hasMessageContaining("mounted");
        assertThatThrownBy(() -> store.findExpired(asset.id())).hasMessageContaining("mounted");
        assertThatThrownBy(() -> store.delete(asset.id())).hasMessageContaining("mounted");
        assertThat(folder).isEmptyDirectory();
    }

    private static NewAsset expiring() {
        return NewAssets.clip(NewAssets.id()).expiringAt(NewAssets.NOON);
    }
}
