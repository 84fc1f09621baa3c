package dev.mvstudio.application.webhook;

import dev.mvstudio.application.request.InvalidRequestException.Code;
import dev.mvstudio.application.request.Violations;
import dev.mvstudio.domain.job.JobEvent;
import dev.mvstudio.domain.job.JobOrder.Webhook;
import dev.mvstudio.domain.webhook.WebhookSender;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads who wants to be told of a job, and refuses what cannot or must not be. */
public final class WebhookOrders {
    private static final String URL = "webhook_url";
    private static final String EVENTS = "webhook_events";
    private static final int LONGEST = 2_000;

    private final WebhookSender sender;
    private final boolean signs;

    public WebhookOrders(WebhookSender sender, WebhookSettings settings) {
        this.sender = sender;
        this.signs = settings.secret() != null;
    }

    /**
     * Resolves the host's name; connects to nothing.
     *
     * @param url the member {@code webhook_url}
     * @param events the member {@code webhook_events}; null for {@link WebhookEvents#DEFAULT}
     * @param violations gets what is wrong; {@link Code#URL_NOT_ALLOWED} for an address that must not be sent to
     * @return null when nobody wants to be told, or something is wrong
     */
    public @Nullable Webhook read(@Nullable String url, @Nullable List<String> events, Violations violations) {
        Set<JobEvent.Type> types = types(events, violations);
        if (url == null) {
            if (events != null) {
                violations.add(EVENTS, "needs a webhook_url", events);
            }
            return null;
        }
        if (!signs) {
            violations.add(URL, "cannot be used here: this server has no MV_WEBHOOK_SECRET to sign with", null);
            return null;
        }
        return address(url, violations)
                .filter(address -> types != null)
                .map(address -> new Webhook(address, types == null ? Set.of() : types))
                .orElse(null);
    }

    private static @Nullable Set<JobEvent.Type> types(@Nullable List<String> events, Violations violations) {
        if (events == null) {
            return WebhookEvents.DEFAULT;
        }
        Set<JobEvent.Type> types = EnumSet.noneOf(JobEvent.Type.class);
        for (String word : events) {
            Optional<JobEvent.Type> type = WebhookEvents.parse(word);
            if (type.isEmpty()) {
                violations.add(EVENTS, "must each be one of " + WebhookEvents.words(), word);
                return null;
            }
            types.add(type.get());
        }
        if (types.isEmpty()) {
            violations.add(EVENTS, "must have at least one of " + WebhookEvents.words(), null);
            return null;
        }
        return types;
    }

    private Optional<URI> address(String url, Violations violations) {
        if (url.length() > LONGEST) {
            violations.limitText(URL, url, LONGEST);
            return Optional.empty();
        }
        try {
            URI address = new URI(url);
            Optional<String> objection = sender.objection(address);
            objection.ifPresent(why -> violations.add(Code.URL_NOT_ALLOWED, URL, why, url));
            return objection.isPresent() ? Optional.empty() : Optional.of(address);
        } catch (URISyntaxException e) {
            violations.add(Code.URL_NOT_ALLOWED, URL, "is not an address", url);
            return Optional.empty();
        }
    }
}
