package dev.mvstudio.adapter.firebase;

import com.google.api.gax.rpc.StatusCode.Code;
import com.google.cloud.Timestamp;
import com.google.cloud.firestore.DocumentReference;
import com.google.cloud.firestore.Firestore;
import com.google.cloud.firestore.Precondition;
import dev.mvstudio.domain.provider.Checkup;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/** Looks whether there is a database, and whether we may read and write there. Changes nothing. */
final class FirestoreCheckup implements Checkup {
    /** The subject of a database that cannot be reached: it may be back soon, and files can be stored meanwhile. */
    static final String FIRESTORE = "firestore";

    private static final long REMEMBERED_NANOS = TimeUnit.SECONDS.toNanos(30);

    /** No folder is called so. */
    private static final String NOBODY = "-mvstudio-checkup";

    private final FirebaseConfiguration configuration;
    private final FirestoreCalls calls;
    private final LongSupplier nanos;
    private @Nullable Found found;
    private long foundAt;

    FirestoreCheckup(FirebaseConfiguration configuration, FirestoreCalls calls, LongSupplier nanos) {
        this.configuration = configuration;
        this.calls = calls;
        this.nanos = nanos;
    }

    /** What is to be changed, and what may pass. */
    private record Found(List<String> refusals, List<String> outages) {}

    @Override
    public String subject() {
        return STORAGE;
    }

    @Override
    public List<String> faults() {
        return found().refusals();
    }

    /** Tells when it cannot be reached. */
    Checkup ofReach() {
        return new Checkup() {
            @Override
            public String subject() {
                return FIRESTORE;
            }

            @Override
            public List<String> faults() {
                return found().outages();
            }
        };
    }

    private synchronized Found found() {
        Found known = found;
        if (known == null || nanos.getAsLong() - foundAt > REMEMBERED_NANOS) {
            known = look();
            found = known;
            foundAt = nanos.getAsLong();
        }
        return known;
    }

    private Found look() {
        try {
            calls.ask("looking into Firestore", firestore -> nobody(firestore).get());
            tryToWrite();
            return new Found(List.of(), List.of());
        } catch (RefusedException e) {
            return new Found(List.of(String.valueOf(e.getMessage())), List.of());
        } catch (UnreachableException e) {
            return new Found(
                    List.of(),
                    List.of(e.getMessage() + "; image sequences wait until it can: "
                            + "look whether this machine may connect to it"));
        }
    }

    /** Something that is refused for what it asks, unless it is refused for who asks. Emulators let everybody. */
    private void tryToWrite() {
        if (configuration.account() instanceof ServiceAccount.Nobody) {
            return;
        }
        try {
            Precondition never = Precondition.updatedAt(Timestamp.MIN_VALUE);
            calls.ask(
                    "trying to write to Firestore",
                    firestore -> nobody(firestore).delete(never));
        } catch (RefusedException e) {
            Code code = FirestoreFailures.code(e);
            if (code != Code.NOT_FOUND && code != Code.FAILED_PRECONDITION) {
                throw e;
            }
        }
    }

    private DocumentReference nobody(Firestore firestore) {
        return firestore.document(configuration.documentOf(NOBODY));
    }
}
