package dev.mvstudio.adapter.replicate;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.mvstudio.domain.provider.ErrorCode;
import dev.mvstudio.domain.provider.ProviderError;
import dev.mvstudio.domain.provider.ProviderException;
import dev.mvstudio.wire.Answer;
import dev.mvstudio.wire.Content;
import dev.mvstudio.wire.Json;
import dev.mvstudio.wire.Request;
import dev.mvstudio.wire.UnsentException;
import dev.mvstudio.wire.Wire;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/** Calls the API: as often as it may be called, with the account's token, and says what its answers mean. */
final class Api implements Closeable {
    private static final Duration IDLE = Duration.ofSeconds(30);
    private static final Duration LONGEST = Duration.ofSeconds(60);
    private static final long MOST = 64L << 20;
    private static final int MOST_OF_A_REFUSAL = 64 << 10;
    private static final Duration DENIED = Duration.ofMinutes(1);

    /** Takes what it needs out of the body of an answer. */
    interface Reading<T> {
        T read(InputStream body) throws IOException;
    }

    private record Denial(ProviderError why, long until) {}

    private final ReplicateSettings settings;
    private final Clock clock;
    private final LongSupplier nanoTime;
    private final Budget budget;
    private final Refusals refusals;
    private final Wire wire = Wire.pooled(IDLE, LONGEST);
    private final AtomicLong ahead = new AtomicLong();
    private final AtomicReference<@Nullable Denial> denial = new AtomicReference<>();

    Api(ReplicateSettings settings, Clock clock, LongSupplier nanoTime) {
        this.settings = settings;
        this.clock = clock;
        this.nanoTime = nanoTime;
        this.budget = new Budget(settings.callsPerMinute(), nanoTime);
        this.refusals = new Refusals(
                settings.name(),
                settings.backend().credentialVariables().stream().findFirst().orElse("the settings"));
    }

    Refusals refusals() {
        return refusals;
    }

    URI at(String path) {
        return URI.create(settings.api() + path);
    }

    /** Replicate's time at ours, as far as its answers have shown. */
    Instant theirs(Instant ours) {
        return ours.plusMillis(ahead.get());
    }

    Instant now() {
        return theirs(clock.instant());
    }

    /**
     * Takes a call out of the budget.
     *
     * @throws ProviderException when there is none left now; says when to come back
     */
    void admit(boolean start) {
        Denial denied = denial.get();
        if (denied != null && denied.until - nanoTime.getAsLong() > 0) {
            throw new ProviderException(denied.why);
        }
        Duration wait = budget.spend(start);
        if (!wait.isZero()) {
            throw refusals.tooFast("as many calls as the account may make are under way", wait);
        }
    }

    /** Makes a call that was admitted. */
    <T> T call(Call call, Reading<T> reading) {
        Map<String, Object> json = call.body();
        return call(call, json == null ? null : Content.json(json), wire, reading);
    }

    /** Makes a call that was admitted, with content of its own, over a wire of its own. */
    <T> T call(Call call, @Nullable Content content, Wire over, Reading<T> reading) {
        Request request = Request.of(call.method(), call.uri())
                .header("Authorization", "Bearer " + settings.token().reveal())
                .header("Accept", "application/json, application/problem+json")
                .content(content);
        call.headers().forEach(request::header);
        try (Answer answer = over.send(request)) {
            answer.date().ifPresent(this::set);
            if (!answer.isSuccess()) {
                throw refused(call, answer);
            }
            try (InputStream in = answer.body(MOST, LONGEST)) {
                T read = reading.read(in);
                in.transferTo(OutputStream.nullOutputStream());
                budget.passed(call.isStart());
                return read;
            }
        } catch (UnsentException e) {
            throw refusals.exception(
                    ErrorCode.PROVIDER_UNAVAILABLE,
                    "Replicate cannot be reached for " + call.doing() + ": " + e.getMessage(),
                    e);
        } catch (IOException e) {
            throw refusals.exception(broken(call, e), call.doing() + ": " + e.getMessage(), e);
        }
    }

    /** What left may have arrived, whatever came back. */
    private static ErrorCode broken(Call call, IOException e) {
        if (call.isStart()) {
            return ErrorCode.OUTCOME_UNKNOWN;
        }
        return e instanceof JacksonException || e instanceof OddAnswerException
                ? ErrorCode.INVALID_PROVIDER_RESPONSE
                : ErrorCode.PROVIDER_UNAVAILABLE;
    }

    private ProviderException refused(Call call, Answer answer) {
        JsonNode body = said(answer);
        Duration wait = Throttling.wait(answer, body, now());
        ProviderException refusal = refusals.of(call, answer.status(), body, wait);
        if (answer.status() == 429) {
            budget.refused(call.isStart(), wait);
        } else if (answer.status() == 401) {
            denial.set(new Denial(refusal.error(), nanoTime.getAsLong() + DENIED.toNanos()));
        }
        return refusal;
    }

    /** What a refusal says; missing where that is no JSON, or does not arrive: the status says enough. */
    private static JsonNode said(Answer answer) {
        try {
            return Json.READER.readTree(answer.bytes(MOST_OF_A_REFUSAL, LONGEST));
        } catch (IOException e) {
            return MissingNode.getInstance();
        }
    }

    private void set(Instant date) {
        ahead.set(Duration.between(clock.instant(), date).toMillis());
    }

    @Override
    public void close() throws IOException {
        wire.close();
    }
}
