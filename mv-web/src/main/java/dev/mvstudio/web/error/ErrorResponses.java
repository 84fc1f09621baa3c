package dev.mvstudio.web.error;

import dev.mvstudio.application.Settings;
import dev.mvstudio.web.ServedStudio;
import dev.mvstudio.web.request.MalformedJsonException;
import dev.mvstudio.web.request.RequestIds;
import io.micronaut.context.annotation.Primary;
import io.micronaut.http.HttpMethod;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.server.exceptions.ExceptionHandler;
import io.micronaut.http.server.exceptions.response.ErrorContext;
import io.micronaut.http.server.exceptions.response.ErrorResponseProcessor;
import io.micronaut.web.router.exceptions.UnsatisfiedBodyRouteException;
import jakarta.inject.Singleton;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Gives every fault its one shape: those of the use cases, and those that the HTTP layer finds by itself. */
@Singleton
@Produces
@Primary
final class ErrorResponses
        implements ErrorResponseProcessor<ErrorBody>, ExceptionHandler<Throwable, HttpResponse<ErrorBody>> {
    private static final Logger LOG = LoggerFactory.getLogger(ErrorResponses.class);

    private final Clock clock = Clock.systemUTC();
    private final Settings settings;

    ErrorResponses(ServedStudio served) {
        this.settings = served.configuration().settings();
    }

    @Override
    @SuppressWarnings("rawtypes") // as the interface has it
    public HttpResponse<ErrorBody> handle(HttpRequest request, Throwable cause) {
        Fault fault = Fault.of(cause);
        if (fault.isUnexpected()) {
            LOG.error(
                    "Request {}: {} {} failed", RequestIds.of(request), request.getMethod(), request.getPath(), cause);
        }
        return fill(HttpResponse.status(fault.status()), fault, request);
    }

    @Override
    public MutableHttpResponse<ErrorBody> processResponse(ErrorContext context, MutableHttpResponse<?> response) {
        Throwable cause = context.getRootCause().orElse(null);
        HttpStatus status = HttpStatus.valueOf(response.code());
        Fault fault;
        if (cause instanceof UnsatisfiedBodyRouteException) {
            fault = Fault.of(new MalformedJsonException("the body is empty"));
        } else if (status.getCode() >= 500) {
            fault = Fault.of(cause == null ? new IllegalStateException() : cause);
        } else {
            fault = FaultsOfHttp.of(status, said(context), limit(context.getRequest()));
        }
        if (fault.isUnexpected()) {
            LOG.error("Request {} failed", RequestIds.of(context.getRequest()), cause);
        }
        return fill(response.status(fault.status()), fault, context.getRequest());
    }

    /** Fills a refusal that says nothing but its status. */
    void fill(MutableHttpResponse<?> response, HttpStatus status, HttpRequest<?> request) {
        fill(response, FaultsOfHttp.of(status, null, limit(request)), request);
    }

    /** How many bytes a request may have. */
    private long limit(HttpRequest<?> request) {
        return request.getPath().startsWith("/api/mv/assets")
                ? Math.max(settings.limits().image(), settings.limits().soundtrack())
                : settings.server().maxRequestBytes();
    }

    private static @Nullable String said(ErrorContext context) {
        return context.getErrors().isEmpty() ? null : context.getErrors().get(0).getMessage();
    }

    @SuppressWarnings("unchecked") // the body is set here
    private MutableHttpResponse<ErrorBody> fill(MutableHttpResponse<?> response, Fault fault, HttpRequest<?> request) {
        fault.headers().forEach(response::header);
        if (fault.jobId() != null) {
            response.header("X-Job-Id", fault.jobId());
        }
        if (request.getMethod() == HttpMethod.HEAD) {
            return (MutableHttpResponse<ErrorBody>) response;
        }
        return response.body(ErrorBodies.of(fault, clock.instant(), RequestIds.of(request)))
                .contentType(MediaType.APPLICATION_JSON_TYPE);
    }
}
