package dev.mvstudio.adapter.firebase;

import com.google.api.core.ApiFuture;
import com.google.api.gax.rpc.StatusCode.Code;
import com.google.cloud.firestore.DocumentReference;
import com.google.cloud.firestore.DocumentSnapshot;
import com.google.cloud.firestore.Firestore;
import com.google.cloud.firestore.Precondition;
import dev.mvstudio.domain.asset.StorageException;
import dev.mvstudio.domain.asset.StorageException.Fault;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;

/** Asks Firestore, and waits as long as our patience lasts. */
final class FirestoreCalls implements AutoCloseable {
    private final FirebaseConfiguration configuration;
    private final GoogleClients clients;
    private final FirestoreFailures failures;
    private final Reach reach;

    FirestoreCalls(FirebaseConfiguration configuration) {
        this.configuration = configuration;
        this.clients = new GoogleClients(configuration);
        this.failures = new FirestoreFailures(configuration);
        this.reach = new Reach(configuration);
    }

    /**
     * Asks something.
     *
     * @throws UnreachableException when it may be answered later
     * @throws RefusedException when it would be refused again
     * @throws OvertakenException when somebody else wrote at the same time
     */
    <T> T ask(String what, Function<Firestore, ApiFuture<T>> question) {
        return reach.asking(what, () -> await(what, question.apply(clients.firestore())));
    }

    /**
     * Changes a document that was read, or makes it.
     *
     * @param fields by paths where it is there already; what they do not name stays
     * @throws OvertakenException when it was changed since it was read
     */
    void write(String what, DocumentSnapshot read, Map<String, Object> fields) {
        try {
            ask(what, firestore -> {
                DocumentReference document =
                        firestore.document(read.getReference().getPath());
                return read.exists()
                        ? document.update(fields, Precondition.updatedAt(read.getUpdateTime()))
                        : document.create(fields);
            });
        } catch (RefusedException e) {
            Code code = FirestoreFailures.code(e);
            if (code == Code.FAILED_PRECONDITION || code == Code.NOT_FOUND) {
                throw new OvertakenException(what + ": its document is being changed all the time", e);
            }
            throw e;
        }
    }

    private <T> T await(String what, ApiFuture<T> answer) {
        try {
            return answer.get(patience().toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException | CancellationException e) {
            throw failures.of(what, e);
        } catch (TimeoutException e) {
            answer.cancel(true);
            throw new UnreachableException(what + ": Firestore did not answer in time", e);
        } catch (InterruptedException e) {
            answer.cancel(true);
            Thread.currentThread().interrupt();
            throw new StorageException(Fault.STORAGE_UNAVAILABLE, what + ": interrupted", e);
        }
    }

    /** Short for somebody who only looks whether there is an answer again. */
    private Duration patience() {
        return reach.isGood()
                ? configuration.timing().patience()
                : configuration.timing().connect();
    }

    @Override
    public void close() {
        clients.close();
    }
}
