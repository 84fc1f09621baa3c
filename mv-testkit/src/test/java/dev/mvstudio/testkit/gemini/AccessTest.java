package dev.mvstudio.testkit.gemini;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import dev.mvstudio.testkit.wire.Exchanged;
import dev.mvstudio.testkit.wire.Mishap;
import java.net.URI;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class AccessTest extends Rehearsal {
    @Test
    void the_key_may_stand_in_a_header_or_behind_the_path_and_both_versions_are_served() throws Exception {
        assertThat(get("models").status()).isEqualTo(200);
        assertThat(send(HttpRequest.newBuilder(uri("models?key=" + fake.key()))).status())
                .isEqualTo(200);
        assertThat(get(fake.address() + "/v1/models/" + TEXT_MODEL).at("/name")).isEqualTo("models/" + TEXT_MODEL);
        assertThat(get(fake.address() + "/v2/models").status()).isEqualTo(404);
    }

    @ParameterizedTest
    @CsvSource({
        "INVALID_ARGUMENT, 400, INVALID_ARGUMENT",
        "UNAUTHENTICATED, 401, UNAUTHENTICATED",
        "PERMISSION_DENIED, 403, PERMISSION_DENIED"
    })
    void wrong_keys_are_refused_in_three_ways(KeyRefusal refusal, int code, String status) throws Exception {
        fake.refusingKeysAs(refusal);

        Heard heard = send(request("models").setHeader("x-goog-api-key", "AIzaWrong"));

        assertThat(heard.status()).isEqualTo(code);
        assertThat(heard.at("/error/status")).isEqualTo(status);
        assertThat(heard.text().contains("API_KEY_INVALID")).isEqualTo(code == 400);
    }

    @Test
    void without_a_key_nobody_is_let_in() throws Exception {
        Heard heard = send(HttpRequest.newBuilder(uri("models")));

        assertThat(heard.status()).isEqualTo(403);
        assertThat(heard.at("/error/status")).isEqualTo("PERMISSION_DENIED");
    }

    @Test
    void errors_may_come_in_arrays() throws Exception {
        fake.errorsInArrays(true).faults().once(Fault.unavailable());

        assertThat(get("models").at("/0/error/status")).isEqualTo("UNAVAILABLE");
        assertThat(get("models/nothing").at("/0/error/code")).isEqualTo("404");
        assertThat(get("models").has("/models")).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "gemini-1.5-flash | models/gemini-1.5-flash is not found for API version v1beta, or is not supported for generateContent.",
                "gemini-2.0-flash | This model models/gemini-2.0-flash is no longer available",
                "veo-2.0-generate-001 | is not supported for generateContent",
                "nothing | models/nothing is not found"
            })
    void models_that_there_are_not_are_not_found(String model, String message) throws Exception {
        Heard heard = post("models/" + model + ":generateContent", "{'contents':[{'parts':[{'text':'x'}]}]}");

        assertThat(heard.status()).isEqualTo(404);
        assertThat(heard.at("/error/message")).contains(message);
    }

    @Test
    void models_come_and_go() throws Exception {
        fake.models().retire(TEXT_MODEL, "gemini-9-flash").add("gemini-9-flash", "gemini-2.5-flash");

        assertThat(content("p", "").at("/error/message")).contains("use models/gemini-9-flash");
        assertThat(post("models/gemini-9-flash:generateContent", "{'contents':[{'parts':[{'text':'x'}]}]}")
                        .status())
                .isEqualTo(200);
    }

    @Test
    void too_many_calls_hear_in_the_body_how_long_to_wait() throws Exception {
        fake.limits().content(40, 2);
        content("1", "");
        content("2", "");

        Heard heard = content("3", "");

        assertThat(heard.status()).isEqualTo(429);
        assertThat(heard.headers().firstValue("Retry-After")).isEmpty();
        assertThat(heard.at("/error/status")).isEqualTo("RESOURCE_EXHAUSTED");
        assertThat(heard.at("/error/details/0/violations/0/quotaId")).contains("PerMinute");
        assertThat(heard.at("/error/details/1/@type")).endsWith("RetryInfo");
        assertThat(heard.at("/error/details/1/retryDelay")).isEqualTo("3s");
        clock.pass(Duration.ofMillis(4500));
        assertThat(content("3", "").status()).isEqualTo(200);
        assertThat(fake.ledger().orders()).hasSize(3);
        assertThat(fake.ledger().refusals()).isEmpty();
    }

    static Stream<Arguments> faults() {
        return Stream.of(
                Arguments.of(Fault.throttled("34.4"), 429, "\"retryDelay\":\"34.4s\""),
                Arguments.of(Fault.usedUp(), 429, "PerDay"),
                Arguments.of(Fault.throttledWithoutInfo(), 429, "RESOURCE_EXHAUSTED"),
                Arguments.of(Fault.internal(), 500, "INTERNAL"),
                Arguments.of(Fault.badGateway(), 502, "<!DOCTYPE"),
                Arguments.of(Fault.unavailable(), 503, "UNAVAILABLE"),
                Arguments.of(Fault.deadline(), 504, "DEADLINE_EXCEEDED"),
                Arguments.of(Fault.billing(), 400, "FAILED_PRECONDITION"),
                Arguments.of(Fault.spent(), 402, "RESOURCE_EXHAUSTED"),
                Arguments.of(Fault.gone("old", "new"), 404, "models/new"),
                Arguments.of(Fault.badKey(), 400, "API_KEY_INVALID"));
    }

    @ParameterizedTest
    @MethodSource("faults")
    void faults_happen_once_and_do_nothing(Mishap fault, int status, String text) throws Exception {
        fake.faults().once(fault, Call.CONTENT);

        assertThat(get("models").status()).isEqualTo(200);
        Heard heard = content("p", "");
        assertThat(heard.status()).isEqualTo(status);
        assertThat(heard.text()).contains(text);
        assertThat(fake.ledger().orders()).isEmpty();
        assertThat(content("p", "").status()).isEqualTo(200);
    }

    @Test
    void a_dropped_call_does_nothing_and_a_lost_one_is_done() throws Exception {
        fake.faults().once(Fault.dropped()).once(Fault.lost()).once(Fault.garbled());

        // Clients try what was dropped again by themselves only where it is safe: not here.
        assertThatIOException().isThrownBy(() -> content("dropped", ""));
        assertThatIOException().isThrownBy(() -> content("lost", ""));
        assertThat(content("garbled", "").text()).isEqualTo("{\"candidates\": [{");

        assertThat(fake.ledger().orders("dropped")).isEmpty();
        assertThat(fake.ledger().orders("lost")).hasSize(1);
        assertThat(fake.ledger().orders("garbled")).hasSize(1);
        content("lost", "");
        assertThat(fake.ledger().duplicates()).containsOnlyKeys("lost");
    }

    @Test
    void what_it_was_told_and_cannot_do_is_said_aloud() throws Exception {
        fake.replies().once(Reply.items(3));

        Heard heard = content("prose has no items", "");

        assertThat(heard.status()).isEqualTo(500);
        assertThat(heard.text()).startsWith("The fake stumbled").contains("no JSON");
        assertThat(fake.ledger().refusals()).hasSize(1);
    }

    @Test
    void who_watches_sees_every_call() throws Exception {
        List<Exchanged> seen = new ArrayList<>();
        fake.watchedBy(seen::add);
        content("p", "");

        assertThat(seen).hasSize(1);
        assertThat(seen.get(0).path()).isEqualTo("/v1beta/models/" + TEXT_MODEL + ":generateContent");
        assertThat(seen.get(0).requestBody()).contains("\"p\"");
        assertThat(fake.ledger().mostCallsAtOnce()).isEqualTo(1);
        assertThat(fake.ledger().calls(Call.CONTENT)).isEqualTo(1);
        assertThat(fake.ledger().answers(200)).isEqualTo(1);
        assertThat(fake.ledger().show().at("/orders/0/prompt").asText()).isEqualTo("p");
    }

    @Test
    void the_settings_do_not_print_the_key() {
        assertThat(FakeGemini.Setup.USUAL.key("AIzaSecret").toString()).doesNotContain("AIzaSecret");
        assertThat(URI.create(fake.address().toString()).getHost()).isEqualTo("127.0.0.1");
    }
}
