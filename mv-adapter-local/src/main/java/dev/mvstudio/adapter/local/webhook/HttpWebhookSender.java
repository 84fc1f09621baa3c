package dev.mvstudio.adapter.local.webhook;

import dev.mvstudio.adapter.local.address.HostResolver;
import dev.mvstudio.adapter.local.address.PlainClient;
import dev.mvstudio.adapter.local.address.PublicAddress;
import dev.mvstudio.domain.asset.RemoteFiles.AddressRefusedException;
import dev.mvstudio.domain.webhook.Receipt;
import dev.mvstudio.domain.webhook.WebhookSender;
import java.io.Closeable;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLContext;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.apache.hc.core5.io.CloseMode;
import org.apache.hc.core5.ssl.SSLContexts;
import org.apache.hc.core5.util.Timeout;
import org.jspecify.annotations.Nullable;

/** Posts over https to hosts on the open Internet; to any host, over http as well, only where that is allowed. */
public final class HttpWebhookSender implements WebhookSender, Closeable {
    private static final Duration LONGEST = Duration.ofSeconds(15);

    private final @Nullable SigningKey key;
    private final Receivers receivers;
    private final CloseableHttpClient client;
    private final Duration longest;
    private final ExecutorService posts = Executors.newVirtualThreadPerTaskExecutor();

    /** Connects to nothing yet. */
    public HttpWebhookSender(WebhookConfiguration configuration, HostResolver resolver) {
        this(
                configuration,
                configuration.privateAddresses()
                        ? Receivers.anywhere(resolver)
                        : Receivers.onTheInternet(resolver, PublicAddress::is),
                SSLContexts.createDefault(),
                LONGEST);
    }

    HttpWebhookSender(WebhookConfiguration configuration, Receivers receivers, SSLContext tls, Duration longest) {
        this.key = configuration.secret() == null ? null : new SigningKey(configuration.secret());
        this.receivers = receivers;
        this.client = PlainClient.open(receivers.names(), tls, Timeout.ofSeconds(15));
        this.longest = longest;
    }

    @Override
    public Optional<String> objection(URI url) {
        return receivers.objection(url);
    }

    @Override
    public Receipt send(URI url, String id, Instant at, byte[] body) {
        if (key == null) {
            return new Receipt.Unreachable("there is no secret to sign with");
        }
        try {
            receivers.checkSpelling(url);
        } catch (AddressRefusedException e) {
            return new Receipt.Unreachable("the address " + e.getMessage());
        }
        HttpPost post = new HttpPost(url);
        post.setHeader("webhook-id", id);
        post.setHeader("webhook-timestamp", at.getEpochSecond());
        post.setHeader("webhook-signature", key.sign(id, at, body));
        post.setEntity(new ByteArrayEntity(body, ContentType.APPLICATION_JSON));
        return within(post, at);
    }

    /** Waits neither for a slow answer nor for a slow name server. */
    private Receipt within(HttpPost post, Instant at) {
        try {
            Future<Receipt> answer = posts.submit(() -> post(post, at));
            try {
                return answer.get(longest.toMillis(), TimeUnit.MILLISECONDS);
            } finally {
                post.cancel();
                answer.cancel(true);
            }
        } catch (TimeoutException e) {
            return new Receipt.Unreachable("no answer within " + longest.toMillis() + " ms");
        } catch (ExecutionException e) {
            return new Receipt.Unreachable(reason(e.getCause()));
        } catch (RejectedExecutionException e) {
            return new Receipt.Unreachable("this server is being shut down");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Receipt.Unreachable("this server is being shut down");
        }
    }

    private Receipt post(HttpPost post, Instant at) throws IOException {
        HttpHost host = new HttpHost(
                post.getScheme(),
                post.getAuthority().getHostName(),
                post.getAuthority().getPort());
        ClassicHttpResponse response = client.executeOpen(host, post, null);
        Receipt receipt = Answers.receipt(response, at);
        hangUp(post, response);
        return receipt;
    }

    /** Whatever else the receiver would say: closing a response alone reads the rest of it. */
    private static void hangUp(HttpPost post, ClassicHttpResponse response) {
        post.cancel();
        try {
            response.close();
        } catch (IOException e) {
            post.abort(); // what breaks while hanging up has no meaning any more
        }
    }

    private static String reason(@Nullable Throwable cause) {
        return switch (cause) {
            case null -> "it failed";
            case AddressRefusedException e -> "the address " + e.getMessage();
            case IOException e -> e.getClass().getSimpleName() + ": " + e.getMessage();
            default -> throw new IllegalStateException("posting a webhook failed", cause);
        };
    }

    @Override
    public void close() {
        posts.shutdownNow();
        client.close(CloseMode.IMMEDIATE);
    }
}
