package dev.mvstudio.web.provider;

import dev.mvstudio.application.job.Outcome;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MutableHttpResponse;

/** Answers that say which job they are of. */
public final class JobHeaders {
    private JobHeaders() {}

    public static <T> MutableHttpResponse<T> ok(T body, Outcome outcome) {
        return with(HttpResponse.ok(body), outcome);
    }

    public static <T> MutableHttpResponse<T> with(MutableHttpResponse<T> response, Outcome outcome) {
        return response.header("X-Job-Id", outcome.jobId().toString());
    }
}
