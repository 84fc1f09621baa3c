package dev.mvstudio.adapter.local.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mvstudio.adapter.local.address.Canary;
import dev.mvstudio.adapter.local.address.HostResolver;
import dev.mvstudio.adapter.local.address.HttpsSite;
import dev.mvstudio.adapter.local.address.RefusedAddresses;
import dev.mvstudio.domain.provider.Secret;
import dev.mvstudio.domain.webhook.Receipt;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.hc.core5.ssl.SSLContexts;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** Unless private addresses are allowed. */
class RefusedReceiverTest {
    static final List<String> SPELT = RefusedAddresses.SPELT;
    static final List<String> INSIDE = RefusedAddresses.INSIDE;

    private static final WebhookConfiguration PUBLIC =
            new WebhookConfiguration(new Secret("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"), false);
    private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");

    private static Canary canary;

    @BeforeAll
    static void open() throws IOException {
        canary = new Canary();
    }

    @AfterAll
    static void nobodyCame() throws IOException {
        assertThat(canary.connections()).isZero();
        canary.close();
    }

    private static void assertRefused(String address, HostResolver resolver) {
        URI url = URI.create(address.replace("PORT", String.valueOf(canary.port())));
        try (HttpWebhookSender sender = new HttpWebhookSender(PUBLIC, resolver)) {
            assertThat(sender.objection(url)).as(address).isPresent();
            assertThat(sender.send(url, "5f_3", NOON, new byte[2]))
                    .isInstanceOfSatisfying(
                            Receipt.Unreachable.class,
                            r -> assertThat(r.details()).startsWith("the address must "));
        }
    }

    @ParameterizedTest
    @FieldSource("SPELT")
    void an_address_that_is_not_public_https_is_refused_without_a_connection(String address) {
        assertRefused(address, HostResolver.SYSTEM);
    }

    @ParameterizedTest
    @FieldSource("INSIDE")
    void a_name_that_leads_inside_is_refused_also_when_it_leads_outside_as_well(String inside) {
        assertRefused("https://innocent.example:PORT/", host -> List.of(InetAddress.getByName(inside)));
        assertRefused(
                "https://innocent.example:PORT/",
                host -> List.of(InetAddress.getByName("93.184.216.34"), InetAddress.getByName(inside)));
    }

    @Test
    void a_name_that_was_outside_at_the_order_and_leads_inside_later_is_refused() {
        AtomicInteger asked = new AtomicInteger();
        HostResolver rebinding =
                host -> List.of(InetAddress.getByName(asked.getAndIncrement() == 0 ? "93.184.216.34" : "127.0.0.1"));
        URI url = URI.create("https://innocent.example:" + canary.port() + "/");
        try (HttpWebhookSender sender = new HttpWebhookSender(PUBLIC, rebinding)) {
            assertThat(sender.objection(url)).isEmpty();
            assertThat(sender.send(url, "5f_3", NOON, new byte[2]))
                    .isEqualTo(new Receipt.Unreachable("the address must be at a public address"));
        }
    }

    @Test
    void https_is_spoken_with_those_who_are_who_they_say(@TempDir Path folder) throws Exception {
        Receivers here = Receivers.onTheInternet(
                host -> List.of(InetAddress.getLoopbackAddress()), InetAddress::isLoopbackAddress);
        Duration longest = Duration.ofSeconds(15);
        try (HttpsSite site = new HttpsSite(folder);
                HttpWebhookSender trusting = new HttpWebhookSender(PUBLIC, here, site.tls(), longest);
                HttpWebhookSender strict = new HttpWebhookSender(PUBLIC, here, SSLContexts.createDefault(), longest)) {
            site.page("/hook", exchange -> exchange.sendResponseHeaders(204, -1));
            URI hook = URI.create(site.at("files.test", "/hook"));

            assertThat(trusting.send(hook, "5f_3", NOON, new byte[2])).isEqualTo(new Receipt.Accepted());
            assertThat(trusting.send(URI.create(site.at("stranger.test", "/hook")), "5f_3", NOON, new byte[2]))
                    .isInstanceOf(Receipt.Unreachable.class);
            assertThat(strict.send(hook, "5f_3", NOON, new byte[2])).isInstanceOf(Receipt.Unreachable.class);
            assertThat(site.asked()).hasSize(1);
        }
    }
}
