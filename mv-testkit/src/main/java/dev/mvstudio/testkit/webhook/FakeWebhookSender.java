package dev.mvstudio.testkit.webhook;

import dev.mvstudio.domain.webhook.Receipt;
import dev.mvstudio.domain.webhook.WebhookSender;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;

/** Remembers what was sent. Whoever it was sent to takes it, unless told otherwise. */
public final class FakeWebhookSender implements WebhookSender {
    private final List<Sent> sent = new CopyOnWriteArrayList<>();
    private final ConcurrentLinkedDeque<Receipt> answers = new ConcurrentLinkedDeque<>();
    private volatile Function<URI, Receipt> otherwise = url -> new Receipt.Accepted();

    /** A message. */
    public record Sent(URI url, String id, Instant at, String body) {}

    /** The next messages are answered so, in this order. */
    public void answer(Collection<Receipt> receipts) {
        answers.addAll(receipts);
    }

    /** From now on messages are answered so. */
    public void answerAlways(Function<URI, Receipt> receipt) {
        otherwise = receipt;
    }

    public List<Sent> sent() {
        return new ArrayList<>(sent);
    }

    @Override
    public Optional<String> objection(URI url) {
        return "https".equals(url.getScheme()) ? Optional.empty() : Optional.of("must be an https address");
    }

    @Override
    public Receipt send(URI url, String id, Instant at, byte[] body) {
        Optional<String> objection = objection(url);
        if (objection.isPresent()) {
            return new Receipt.Unreachable(objection.get());
        }
        sent.add(new Sent(url, id, at, new String(body, StandardCharsets.UTF_8)));
        Receipt next = answers.poll();
        return next == null ? otherwise.apply(url) : next;
    }
}
