package dev.mvstudio.testkit.storage;

import com.sun.net.httpserver.HttpExchange;
import dev.mvstudio.testkit.wire.Answer;
import dev.mvstudio.testkit.wire.Cut;
import dev.mvstudio.testkit.wire.Mishaps;
import dev.mvstudio.testkit.wire.Odds;
import dev.mvstudio.testkit.wire.Origin;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/**
 * The JSON API of Google Cloud Storage, and the host from which Firebase lets whoever has a token download, both on one
 * port of the loopback address. What it refuses Google refuses; on demand it goes wrong.
 *
 * <pre>{@code
 * try (FakeCloudStorage fake = FakeCloudStorage.start("my-bucket")) {
 *     fake.faults().once(Fault.lost(), Call.UPLOAD);
 *     fake.down();
 *     // …fake.address()…
 *     fake.up();
 *     assertThat(fake.object("a/b.png")).isPresent();
 * }
 * }</pre>
 */
public final class FakeCloudStorage implements AutoCloseable {
    private final Origin server;
    private final String bucket;
    private final Buckets buckets;
    private final Accounts accounts;
    private final Ledger ledger = new Ledger();
    private final Api api;
    private final Odds<Fault, Call> faults = new Odds<>(new Random(1));
    private final Mishaps<Call> mishaps = new Mishaps<>(new Random(1));
    private volatile boolean isDown;

    private FakeCloudStorage(Origin server, String bucket, Clock clock) {
        this.server = server;
        this.bucket = bucket;
        this.buckets = new Buckets(clock);
        this.accounts = new Accounts(server.address());
        this.api = new Api(buckets, accounts, ledger, server.address());
        buckets.add(bucket);
    }

    /** One with an empty bucket, on any free port. */
    public static FakeCloudStorage start(String bucket) {
        return start(bucket, Clock.systemUTC());
    }

    /** The same, which tells the time by this clock. */
    public static FakeCloudStorage start(String bucket, Clock clock) {
        FakeCloudStorage fake = new FakeCloudStorage(Origin.at(0), bucket, clock);
        fake.server.serve("/", fake::handle).open();
        return fake;
    }

    private void handle(HttpExchange exchange) throws IOException {
        Asked asked = Asked.read(exchange);
        if (isDown) {
            ledger.cutOff();
            throw new Cut();
        }
        Call call = Api.call(asked);
        ledger.called(call);
        carryOut(call, asked).send(exchange);
    }

    private Answer carryOut(Call call, Asked asked) throws IOException {
        Optional<Fault> fault = faults.draw(call);
        return switch (fault.orElse(null)) {
            case null -> answer(call, asked, false);
            case Fault.CutInTheMiddle cut -> answer(call, asked, true);
            case Fault.Damaged damaged -> answer(call, damaged(asked), false);
            case Fault.Usual usual -> {
                mishaps.odds().once(usual.mishap(), call);
                yield mishaps.carryOut(call, () -> answer(call, asked, false)).answer();
            }
        };
    }

    private static Asked damaged(Asked asked) {
        byte[] other = asked.body().clone();
        int middle = other.length * 3 / 4;
        if (other.length > 0) {
            other[middle] ^= 1;
        }
        return asked.withBody(other);
    }

    private Answer answer(Call call, Asked asked, boolean cut) throws IOException {
        try {
            if (cut && call == Call.UPLOAD) {
                throw new Cut();
            }
            return api.answer(call, asked, cut);
        } catch (Refused e) {
            Answer answer = e.answer();
            ledger.refused(answer.status() + " " + asked + ": " + e.getMessage());
            return answer;
        }
    }

    /** Where it is. */
    public URI address() {
        return server.address();
    }

    /** The bucket that it was started with. */
    public String bucket() {
        return bucket;
    }

    /** What goes wrong with calls. */
    public Odds<Fault, Call> faults() {
        return faults;
    }

    /** From now on every connection ends before a word is said. */
    public FakeCloudStorage down() {
        isDown = true;
        return this;
    }

    public FakeCloudStorage up() {
        isDown = false;
        return this;
    }

    /** A further bucket. */
    public FakeCloudStorage bucket(String name) {
        buckets.add(name);
        return this;
    }

    /** The bucket is gone. */
    public FakeCloudStorage withoutBucket() {
        buckets.remove(bucket);
        return this;
    }

    /** From now on only the service account is let in, which has signed in. */
    public FakeCloudStorage lockedUp() {
        accounts.require();
        return this;
    }

    /** The key of the service account is worth nothing any more. */
    public FakeCloudStorage withExpiredKey() {
        accounts.require();
        accounts.expire();
        return this;
    }

    /** From now on nobody has this permission, such as {@code storage.objects.create}. */
    public FakeCloudStorage denying(String permission) {
        accounts.denied().add(permission);
        return this;
    }

    /** From now on nobody may write to this object, as when the condition of a role leaves its name out. */
    public FakeCloudStorage closing(String object) {
        buckets.closed().add(object);
        return this;
    }

    /** Everything is allowed again. */
    public FakeCloudStorage denyingNothing() {
        buckets.closed().clear();
        accounts.denied().clear();
        return this;
    }

    /** How many objects a list shows at a time; 1000 at first. */
    public FakeCloudStorage pageSize(int most) {
        api.pageSize(most);
        return this;
    }

    /** The file of a service account that may sign in here. */
    public String serviceAccount(String project) {
        return accounts.json(project);
    }

    /** The private key of that service account, in PEM. */
    public String privateKey() {
        return accounts.privateKey();
    }

    /** The name of that service account. */
    public String email() {
        return Accounts.EMAIL;
    }

    /** What lies at this name. */
    public Optional<StoredObject> object(String name) {
        return objects().stream().filter(o -> o.name().equals(name)).findFirst();
    }

    /** All that lies in the bucket, by name. */
    public List<StoredObject> objects() {
        try {
            return buckets.list(bucket);
        } catch (Refused e) {
            return List.of();
        }
    }

    /** Takes an object away, without a call. */
    public FakeCloudStorage forget(String name) {
        buckets.forget(bucket, name);
        return this;
    }

    /** Puts an object there that somebody else made, without a call. */
    public FakeCloudStorage foreign(String name, byte[] bytes) {
        buckets.place(bucket, name, bytes);
        return this;
    }

    /** How many uploads were begun and not ended. */
    public int openUploads() {
        return api.uploads().open();
    }

    public Ledger ledger() {
        return ledger;
    }

    @Override
    public void close() {
        mishaps.close();
        server.close();
    }
}
