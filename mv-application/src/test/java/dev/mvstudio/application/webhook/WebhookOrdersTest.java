package dev.mvstudio.application.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mvstudio.application.request.InvalidRequestException.Code;
import dev.mvstudio.application.request.Violation;
import dev.mvstudio.application.request.Violations;
import dev.mvstudio.domain.job.JobEvent;
import dev.mvstudio.domain.job.JobOrder.Webhook;
import dev.mvstudio.domain.provider.Secret;
import dev.mvstudio.testkit.webhook.FakeWebhookSender;
import java.net.URI;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WebhookOrdersTest {
    private static final String HOOK = "https://hooks.example.org/mv";
    private static final WebhookSettings SIGNED =
            new WebhookSettings(new Secret("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"), false);

    private final FakeWebhookSender sender = new FakeWebhookSender();
    private final Violations violations = new Violations();

    private @Nullable Webhook read(@Nullable String url, @Nullable List<String> events) {
        return new WebhookOrders(sender, SIGNED).read(url, events, violations);
    }

    private Violation refusal(@Nullable String url, @Nullable List<String> events) {
        assertThat(read(url, events)).isNull();
        assertThat(violations.found()).hasSize(1);
        return violations.found().getFirst();
    }

    @Test
    void who_does_not_say_is_told_how_it_ended() {
        assertThat(read(HOOK, null))
                .isEqualTo(new Webhook(URI.create(HOOK), Set.of(JobEvent.Type.RESULT, JobEvent.Type.ERROR)));
        assertThat(violations.isEmpty()).isTrue();
    }

    @Test
    void every_kind_of_event_has_a_word() {
        assertThat(read(HOOK, List.of("state", "progress", "result", "error", "error")))
                .isEqualTo(new Webhook(URI.create(HOOK), Set.of(JobEvent.Type.values())));
    }

    @Test
    void nobody_needs_to_be_told() {
        assertThat(read(null, null)).isNull();
        assertThat(violations.isEmpty()).isTrue();
        assertThat(new WebhookOrders(sender, WebhookSettings.OFF).read(null, null, violations))
                .isNull();
        assertThat(violations.isEmpty()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://example.org/", "file:///etc/passwd", "not an address", "", "https://[::1", "a"})
    void an_address_that_must_not_be_sent_to_is_refused(String url) {
        assertThat(refusal(url, null).field()).isEqualTo("webhook_url");
        assertThat(violations.toException().code()).isEqualTo(Code.URL_NOT_ALLOWED);
    }

    @Test
    void an_address_of_more_than_2000_characters_is_refused() {
        assertThat(refusal(HOOK + "?" + "a".repeat(2_000), null).message()).contains("2000");
    }

    @Test
    void without_a_secret_the_setting_to_make_is_named() {
        assertThat(new WebhookOrders(sender, WebhookSettings.OFF).read(HOOK, null, violations))
                .isNull();
        assertThat(violations.found().getFirst().message()).contains("MV_WEBHOOK_SECRET");
    }

    @Test
    void events_that_there_are_not_are_refused() {
        Violation refusal = refusal(HOOK, List.of("result", "completed"));
        assertThat(refusal.field()).isEqualTo("webhook_events");
        assertThat(refusal.message()).contains("state, progress, result, error");
        assertThat(refusal.rejected()).isEqualTo("completed");
    }

    @Test
    void no_events_and_events_for_nobody_are_refused() {
        assertThat(refusal(HOOK, List.of()).message()).contains("at least one");
        Violations others = new Violations();
        assertThat(new WebhookOrders(sender, SIGNED).read(null, List.of("result"), others))
                .isNull();
        assertThat(others.found().getFirst().message()).contains("webhook_url");
    }

    @Test
    void everything_that_is_wrong_is_told_at_once() {
        assertThat(read("http://example.org/", List.of("completed"))).isNull();
        assertThat(violations.found()).extracting(Violation::field).containsExactly("webhook_events", "webhook_url");
    }
}
