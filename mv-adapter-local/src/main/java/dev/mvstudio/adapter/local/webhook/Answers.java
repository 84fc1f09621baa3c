package dev.mvstudio.adapter.local.webhook;

import dev.mvstudio.domain.webhook.Receipt;
import java.time.Duration;
import java.time.Instant;
import org.apache.hc.client5.http.utils.DateUtils;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpHeaders;
import org.apache.hc.core5.http.HttpResponse;
import org.jspecify.annotations.Nullable;

/** Reads what a receiver answered. */
final class Answers {
    private Answers() {}

    static Receipt receipt(HttpResponse response, Instant now) {
        int status = response.getCode();
        return status >= 200 && status < 300
                ? new Receipt.Accepted()
                : new Receipt.Refused(status, retryAfter(response.getFirstHeader(HttpHeaders.RETRY_AFTER), now));
    }

    /** Seconds or a date; what is neither says nothing. */
    private static @Nullable Duration retryAfter(@Nullable Header header, Instant now) {
        if (header == null || header.getValue() == null) {
            return null;
        }
        String value = header.getValue().strip();
        if (value.matches("[0-9]{1,9}")) {
            return Duration.ofSeconds(Long.parseLong(value));
        }
        Instant date = DateUtils.parseStandardDate(value);
        return date == null || date.isBefore(now) ? null : Duration.between(now, date);
    }
}
