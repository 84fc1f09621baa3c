package dev.mvstudio.adapter.firebase;

import dev.mvstudio.domain.provider.Checkup;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks whether the bucket is there and may be used. That Google cannot be reached is no fault: what is made meanwhile
 * is kept on this machine.
 */
public final class FirebaseCheckup implements Checkup {
    private static final Logger LOG = LoggerFactory.getLogger(FirebaseCheckup.class);

    private static final long REMEMBERED_NANOS = TimeUnit.SECONDS.toNanos(30);
    private static final List<String> NEEDED =
            List.of("storage.objects.create", "storage.objects.delete", "storage.objects.get", "storage.objects.list");

    private final FirebaseConfiguration configuration;
    private final CloudBucket bucket;
    private final LongSupplier nanos;
    private @Nullable List<String> found;
    private long foundAt;

    FirebaseCheckup(FirebaseConfiguration configuration, CloudBucket bucket, LongSupplier nanos) {
        this.configuration = configuration;
        this.bucket = bucket;
        this.nanos = nanos;
    }

    @Override
    public String subject() {
        return STORAGE;
    }

    @Override
    public synchronized List<String> faults() {
        List<String> known = found;
        if (known == null || nanos.getAsLong() - foundAt > REMEMBERED_NANOS) {
            known = look();
            found = known;
            foundAt = nanos.getAsLong();
        }
        return known;
    }

    private List<String> look() {
        try {
            bucket.checkThere();
            List<String> missing = isEmulated() ? List.of() : bucket.missing(NEEDED);
            return missing.isEmpty()
                    ? List.of()
                    : List.of("the service account has no " + String.join(", ", missing) + " in bucket "
                            + configuration.bucket() + "; give it the role Storage Object Admin there");
        } catch (RefusedException e) {
            return List.of(String.valueOf(e.getMessage()));
        } catch (UnreachableException e) {
            LOG.warn("{}; what is stored meanwhile is kept on this machine", e.getMessage());
            return List.of();
        }
    }

    /** Emulators have no permissions, and do not know the question. */
    private boolean isEmulated() {
        return configuration.account() instanceof ServiceAccount.Nobody;
    }
}
