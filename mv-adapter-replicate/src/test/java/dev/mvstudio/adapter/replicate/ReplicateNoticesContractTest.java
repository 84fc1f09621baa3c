package dev.mvstudio.adapter.replicate;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.standardwebhooks.Webhook;
import com.standardwebhooks.exceptions.WebhookSigningException;
import dev.mvstudio.domain.provider.NoticeReceiver;
import dev.mvstudio.testkit.provider.NoticeReceiverContract;
import dev.mvstudio.testkit.replicate.FakeReplicate;
import java.io.IOException;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;

class ReplicateNoticesContractTest extends NoticeReceiverContract {
    private static final String OTHER_SECRET = "whsec_c29tZWJvZHkgZWxzZSdzIGtleSwgMzIgYnl0ZXMuLi4=";

    private final FakeReplicate fake = FakeReplicate.start();
    private final ReplicateClient client = Account.client(fake);
    private final ReplicateNotices notices = new ReplicateNotices(client);

    @AfterEach
    void close() throws IOException {
        client.close();
        fake.close();
    }

    @Override
    protected NoticeReceiver receiver() {
        return notices;
    }

    @Override
    protected byte[] body(String ticketId) {
        return ("{\"id\":\"" + ticketId + "\",\"status\":\"succeeded\"}").getBytes(UTF_8);
    }

    @Override
    protected String signature(boolean theirs, String id, Instant at, byte[] body) {
        String secret = theirs ? fake.webhooks().secret() : OTHER_SECRET;
        try {
            return new Webhook(secret).sign(id, at.getEpochSecond(), new String(body, UTF_8));
        } catch (WebhookSigningException e) {
            throw new AssertionError(e);
        }
    }

    @Override
    protected String signatureHeader() {
        return "webhook-signature";
    }

    @Override
    protected String idHeader() {
        return "webhook-id";
    }

    @Override
    protected String timeHeader() {
        return "webhook-timestamp";
    }
}
