package dev.mvstudio.web.job;

import dev.mvstudio.application.job.GenerationFailedException;
import dev.mvstudio.application.job.JobSnapshot;
import dev.mvstudio.application.job.Submission;
import dev.mvstudio.application.request.Violations;
import dev.mvstudio.application.webhook.WebhookOrders;
import dev.mvstudio.domain.job.JobError;
import dev.mvstudio.domain.job.JobOrder.Webhook;
import dev.mvstudio.web.ServedStudio;
import dev.mvstudio.web.request.JsonRequest;
import dev.mvstudio.web.request.Preference;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import jakarta.inject.Singleton;
import java.net.InetAddress;
import java.time.Duration;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Takes orders in and answers them in the way that the caller prefers: with what came of them, or with the job. */
@Singleton
public final class Orders {
    private final WebhookOrders webhooks;
    private final JobWaits waits;
    private final JobBodies bodies;

    Orders(ServedStudio served, JobWaits waits, JobBodies bodies) {
        this.webhooks = served.studio().hosting().webhooks();
        this.waits = waits;
        this.bodies = bodies;
    }

    /** An order that is waited for, unless the caller prefers not to. */
    public HttpResponse<?> take(JsonRequest order, TermsBody terms, Function<Submission, JobSnapshot> submit) {
        return take(order, terms, submit, job -> result(job, order.includeBase64()));
    }

    /**
     * The same with another answer than the usual one.
     *
     * @param reply tells of a job that succeeded
     */
    public HttpResponse<?> take(
            JsonRequest order,
            TermsBody terms,
            Function<Submission, JobSnapshot> submit,
            Function<JobSnapshot, MutableHttpResponse<?>> reply) {
        JobSnapshot job = submit.apply(submission(order, terms));
        return answer(order, waits.await(job, patience(order.preference()), order.http()), reply);
    }

    /** An order that is not waited for, unless the caller prefers to. */
    public HttpResponse<?> takeLong(JsonRequest order, TermsBody terms, Function<Submission, JobSnapshot> submit) {
        JobSnapshot job = submit.apply(submission(order, terms));
        Duration wait = order.preference().patience();
        return wait == null
                ? accepted(order.preference(), job)
                : answer(order, waits.await(job, wait, order.http()), over -> result(over, order.includeBase64()));
    }

    private Submission submission(JsonRequest order, TermsBody terms) {
        Violations violations = new Violations();
        Webhook webhook = webhooks.read(terms.webhookUrl(), terms.webhookEvents(), violations);
        violations.check();
        return new Submission(caller(order.http()), order.idempotency(), Boolean.TRUE.equals(terms.keep()), webhook);
    }

    private static String caller(HttpRequest<?> request) {
        InetAddress address = request.getRemoteAddress().getAddress();
        return address == null ? request.getRemoteAddress().getHostString() : address.getHostAddress();
    }

    /** How long an answer is waited for; null for as long as it takes. */
    private static @Nullable Duration patience(Preference preference) {
        return preference.patience() == null && preference.async() ? Duration.ZERO : preference.patience();
    }

    private HttpResponse<?> answer(
            JsonRequest order, JobSnapshot job, Function<JobSnapshot, MutableHttpResponse<?>> reply) {
        Preference preference = order.preference();
        if (!job.state().isFinal() || isOnlyToBeTaken(preference)) {
            return accepted(preference, job);
        }
        JobError error = job.job().status().error();
        if (error != null) {
            throw new GenerationFailedException(job.kind(), job.id(), error);
        }
        return named(applied(reply.apply(job), preference), job);
    }

    private static boolean isOnlyToBeTaken(Preference preference) {
        return preference.async() && preference.patience() == null;
    }

    private MutableHttpResponse<?> result(JobSnapshot job, boolean pictures) {
        return json(HttpResponse.ok(bodies.result(job, pictures)));
    }

    private MutableHttpResponse<?> accepted(Preference preference, JobSnapshot job) {
        MutableHttpResponse<?> response = json(HttpResponse.accepted().body(bodies.of(job, false)));
        return named(applied(response, preference).header(HttpHeaders.LOCATION, JobBody.self(job)), job);
    }

    private static MutableHttpResponse<?> applied(MutableHttpResponse<?> response, Preference preference) {
        return preference.isGiven() ? response.header("Preference-Applied", preference.applied()) : response;
    }

    private static MutableHttpResponse<?> named(MutableHttpResponse<?> response, JobSnapshot job) {
        return response.header("X-Job-Id", job.id().toString());
    }

    private static MutableHttpResponse<?> json(MutableHttpResponse<?> response) {
        return response.contentType(MediaType.APPLICATION_JSON_TYPE);
    }
}
