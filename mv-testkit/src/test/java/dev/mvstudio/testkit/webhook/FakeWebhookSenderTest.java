package dev.mvstudio.testkit.webhook;

import dev.mvstudio.domain.webhook.Receipt;
import dev.mvstudio.domain.webhook.WebhookSender;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

class FakeWebhookSenderTest extends WebhookSenderContract {
    private final FakeWebhookSender sender = new FakeWebhookSender();

    @Override
    protected WebhookSender sender() {
        return sender;
    }

    @Override
    protected URI answering(int status) {
        return to(status, null);
    }

    @Override
    protected URI answering(int status, Duration retryAfter) {
        return to(status, retryAfter);
    }

    private URI to(int status, @Nullable Duration retryAfter) {
        if (status == 0) {
            sender.answerAlways(url -> new Receipt.Unreachable("reset"));
        } else if (status >= 300) {
            sender.answerAlways(url -> new Receipt.Refused(status, retryAfter));
        }
        return URI.create("https://example.org/hook");
    }

    @Override
    protected List<String> received(URI url) {
        return sender.sent().stream()
                .filter(s -> s.url().equals(url))
                .map(s -> s.id() + " " + s.body())
                .toList();
    }
}
