package dev.mvstudio.web.error;

import io.micronaut.core.annotation.Order;
import io.micronaut.core.order.Ordered;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.ResponseFilter;
import io.micronaut.http.annotation.ServerFilter;

/** Fills refusals that come without a body, such as that of a page from elsewhere, into the usual shape. */
@ServerFilter(ServerFilter.MATCH_ALL_PATTERN)
@Order(Ordered.HIGHEST_PRECEDENCE)
final class EmptyFaults {
    private final ErrorResponses responses;

    EmptyFaults(ErrorResponses responses) {
        this.responses = responses;
    }

    @ResponseFilter
    void fill(HttpRequest<?> request, MutableHttpResponse<?> response) {
        if (response.code() >= 400 && response.getBody().isEmpty()) {
            responses.fill(response, HttpStatus.valueOf(response.code()), request);
        }
    }
}
