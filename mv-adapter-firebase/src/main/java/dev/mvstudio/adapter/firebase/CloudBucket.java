package dev.mvstudio.adapter.firebase;

import com.google.cloud.storage.Blob;
import com.google.cloud.storage.BlobId;
import com.google.cloud.storage.BlobInfo;
import com.google.cloud.storage.Storage;
import com.google.cloud.storage.Storage.BlobListOption;
import com.google.cloud.storage.Storage.BlobSourceOption;
import com.google.cloud.storage.Storage.BlobTargetOption;
import com.google.cloud.storage.Storage.BlobWriteOption;
import com.google.cloud.storage.StorageException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/** The objects of our bucket. All that is written is written under a condition, so that a repetition does no harm. */
final class CloudBucket {
    /** What is larger is not held in memory, and can be taken up again where its upload stopped. */
    static final long LARGE = 8L << 20;

    /** Until it is asked again whether there is such a bucket. */
    private static final long TRUST_NANOS = TimeUnit.MINUTES.toNanos(1);

    private final Supplier<Storage> storage;
    private final String name;
    private final Failures failures;
    private final LongSupplier nanos;
    private volatile long seen;

    /**
     * Asks nothing yet.
     *
     * @param storage who is asked
     * @param nanos a clock that only goes forward
     */
    CloudBucket(FirebaseConfiguration configuration, Reach reach, Supplier<Storage> storage, LongSupplier nanos) {
        this.storage = storage;
        this.name = configuration.bucket();
        this.failures = new Failures(configuration, reach);
        this.nanos = nanos;
        this.seen = nanos.getAsLong() - TRUST_NANOS - 1;
    }

    Optional<CloudObject> find(String object) {
        return failures.asking("looking up " + object, () -> {
            Blob blob = storage.get().get(BlobId.of(name, object));
            if (blob == null) {
                confirm();
                return Optional.empty();
            }
            seen = nanos.getAsLong();
            return Optional.of(CloudObject.of(blob));
        });
    }

    /** An object that is missing and a bucket that is missing are told alike, so an absence may mean either. */
    private void confirm() {
        if (nanos.getAsLong() - seen > TRUST_NANOS) {
            storage.get().list(name, BlobListOption.pageSize(1), BlobListOption.prefix(ObjectNames.LEFTOVERS));
            seen = nanos.getAsLong();
        }
    }

    /** @throws RefusedException when there is no such bucket, or we may not look into it */
    void checkThere() {
        seen = nanos.getAsLong() - TRUST_NANOS - 1;
        failures.asking("looking into bucket " + name, () -> {
            confirm();
            return true;
        });
    }

    /**
     * Writes an object that has no bytes.
     *
     * @param generation of what is there, which is overwritten; 0 when nothing is
     * @return empty when something else is there
     */
    Optional<CloudObject> note(String object, Map<String, String> metadata, long generation) {
        BlobInfo info = BlobInfo.newBuilder(name, object)
                .setContentType("application/octet-stream")
                .setMetadata(metadata)
                .build();
        return written(
                "noting " + object,
                () -> storage.get()
                        .create(
                                info,
                                new byte[0],
                                BlobTargetOption.generationMatch(generation),
                                BlobTargetOption.disableGzipContent()));
    }

    /**
     * Writes an object with the bytes of a file, and has Google check that they arrived as they are.
     *
     * @param info its name and what is known of it
     * @param generation of what is there, which is overwritten; 0 when nothing is
     * @return empty when something else is there
     * @throws IOException when the file cannot be read
     */
    Optional<CloudObject> upload(BlobInfo.Builder info, Path file, long generation) throws IOException {
        String what = "storing " + info.build().getName();
        if (Files.size(file) <= LARGE) {
            byte[] bytes = Files.readAllBytes(file);
            return written(
                    what,
                    () -> storage.get()
                            .create(
                                    info.build(),
                                    bytes,
                                    BlobTargetOption.generationMatch(generation),
                                    BlobTargetOption.disableGzipContent()));
        }
        BlobInfo whole = info.setCrc32c(Crc32c.of(file)).build();
        try {
            return written(what, () -> large(whole, file, generation));
        } catch (UncheckedFileException e) {
            throw e.cause;
        }
    }

    private Blob large(BlobInfo info, Path file, long generation) {
        try {
            return storage.get()
                    .createFrom(info, file, BlobWriteOption.generationMatch(generation), BlobWriteOption.crc32cMatch());
        } catch (IOException e) {
            if (e.getCause() instanceof StorageException storageFault) {
                throw storageFault;
            }
            if (Files.isReadable(file)) {
                throw new StorageException(e);
            }
            throw new UncheckedFileException(e);
        }
    }

    private static final class UncheckedFileException extends RuntimeException {
        private static final long serialVersionUID = 1L;
        private final IOException cause;

        UncheckedFileException(IOException cause) {
            super(cause);
            this.cause = cause;
        }
    }

    private Optional<CloudObject> written(String what, Supplier<Blob> writing) {
        try {
            CloudObject made = CloudObject.of(failures.asking(what, writing));
            seen = nanos.getAsLong();
            return Optional.of(made);
        } catch (StorageException e) {
            return Optional.empty();
        }
    }

    /** Removes an object if it is still this generation; false when it was not there, or is another by now. */
    boolean delete(String object, long generation) {
        try {
            return failures.asking(
                    "deleting " + object,
                    () -> storage.get().delete(BlobId.of(name, object), BlobSourceOption.generationMatch(generation)));
        } catch (StorageException e) {
            return false;
        }
    }

    /** Removes an object, whichever it is. */
    void delete(String object) {
        failures.asking("deleting " + object, () -> storage.get().delete(BlobId.of(name, object)));
    }

    /**
     * The objects whose names begin so, by name.
     *
     * @param before only names that sort before this one
     * @param limit how many at most
     */
    List<CloudObject> list(String prefix, String before, int limit) {
        return failures.asking("listing " + prefix, () -> {
            List<CloudObject> found = new ArrayList<>();
            var pages = storage.get()
                    .list(
                            name,
                            BlobListOption.prefix(prefix),
                            BlobListOption.endOffset(before),
                            BlobListOption.pageSize(Math.min(limit, 1000)));
            for (Blob blob : pages.iterateAll()) {
                if (found.size() == limit) {
                    break;
                }
                found.add(CloudObject.of(blob));
            }
            seen = nanos.getAsLong();
            return found;
        });
    }

    /** Its bytes, which are asked for when they are read. */
    CloudBytes bytes(String object, long size) {
        return new CloudBytes(storage, failures, BlobId.of(name, object), size);
    }

    /** Which of these the service account may not do there. */
    List<String> missing(List<String> permissions) {
        List<Boolean> granted =
                failures.asking("looking at bucket " + name, () -> storage.get().testIamPermissions(name, permissions));
        List<String> missing = new ArrayList<>();
        for (int i = 0; i < permissions.size(); i++) {
            if (!granted.get(i)) {
                missing.add(permissions.get(i));
            }
        }
        return missing;
    }

    /** @throws IllegalStateException where there is no key to sign with */
    String signed(String object, long seconds) {
        return storage.get()
                .signUrl(
                        BlobInfo.newBuilder(name, object).build(),
                        seconds,
                        TimeUnit.SECONDS,
                        Storage.SignUrlOption.withV4Signature())
                .toString();
    }
}
