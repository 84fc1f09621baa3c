package dev.mvstudio.adapter.replicate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.mvstudio.domain.provider.ErrorCode;
import dev.mvstudio.domain.provider.Generator;
import dev.mvstudio.domain.provider.ProviderError;
import dev.mvstudio.domain.provider.ProviderException;
import dev.mvstudio.domain.provider.Start;
import dev.mvstudio.domain.provider.SubmissionKey;
import dev.mvstudio.domain.provider.Ticket;
import dev.mvstudio.testkit.replicate.Created;
import dev.mvstudio.testkit.replicate.FakeReplicate;
import dev.mvstudio.testkit.replicate.check.DescriptionCheck;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;

/** A fake Replicate and the adapter at it; Replicate's own description, if at hand, that nothing may disagree with. */
abstract class Rehearsal {
    static final URI PUBLIC = URI.create("http://127.0.0.1:9/studio/");

    final FakeReplicate fake = FakeReplicate.start().taking(Duration.ofMillis(40));
    final AtomicLong nanoTime = new AtomicLong();
    private final Optional<DescriptionCheck> description = DescriptionCheck.find();
    private ReplicateClient client;

    Rehearsal() {
        description.ifPresent(d -> fake.watchedBy(d.excusingTheRefused()));
        client = Account.client(fake);
    }

    /** With other options. */
    final void with(Map<String, String> options) {
        client = Account.client(fake, options);
    }

    final void reachableAt(URI publicUrl) {
        client = Account.client(fake, Map.of(), publicUrl, System::nanoTime);
    }

    /** With a time that stands still. */
    final void atATime() {
        client = Account.client(fake, Map.of(), null, nanoTime::get);
    }

    final ReplicateClient client() {
        return client;
    }

    final ReplicateVideoModel clips() {
        return new ReplicateVideoModel(client);
    }

    final ReplicateImageModel images() {
        return new ReplicateImageModel(client);
    }

    static SubmissionKey key() {
        return new SubmissionKey(UUID.randomUUID().toString());
    }

    static <R> Ticket start(Generator<R> generator, R request) {
        return ((Start.Running) generator.start(request, key())).ticket();
    }

    final Created lastCreated() {
        return fake.ledger().created().get(fake.ledger().created().size() - 1);
    }

    static ProviderError error(ThrowingCallable call) {
        return catchThrowableOfType(ProviderException.class, call).error();
    }

    static ErrorCode code(ThrowingCallable call) {
        return error(call).code();
    }

    @AfterEach
    void close() throws IOException {
        client.close();
        fake.close();
        assertThat(fake.outputs().askedWithToken()).isEmpty();
        description.ifPresent(DescriptionCheck::assertClean);
    }
}
