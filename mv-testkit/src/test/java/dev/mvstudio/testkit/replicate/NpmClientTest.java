package dev.mvstudio.testkit.replicate;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.mvstudio.testkit.wire.Npm;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Replicate's own client for Node takes the fake for the real one. Skipped where there is no Node or no registry. */
class NpmClientTest extends Rehearsal {
    @Test
    void the_official_client_notices_no_difference() throws Exception {
        JsonNode seen = Npm.beside(NpmClientTest.class)
                .drive(fake.api().toString(), fake.token(), fake.controls().toString());

        assertThat(texts(seen, "created", "waited", "blocked")).containsExactly("starting", "succeeded", "succeeded");
        assertThat(seen.get("got").asBoolean()).isTrue();
        assertThat(seen.get("polledBytes").asInt()).isGreaterThan(5_000);
        assertThat(seen.get("blockBytes").asInt()).isGreaterThan(5_000);
        assertThat(seen.get("pictures").asInt()).isEqualTo(2);
        assertThat(seen.get("pictureBytes").asInt()).isGreaterThan(100);
        assertThat(seen.get("deployed").asText()).isEqualTo("google/veo-3.1-fast");
        assertThat(seen.get("processing").asBoolean()).isTrue();
        assertFiles(seen);
        assertTrouble(seen);
        assertThat(seen.get("webhook").asText()).isEqualTo("succeeded");
        assertThat(seen.get("webhookValid").asBoolean()).isTrue();
        assertThat(seen.get("webhookForged").asBoolean()).isFalse();
        assertThat(seen.get("webhookStandard").asBoolean()).isTrue();
        assertThat(fake.ledger().duplicates()).isEmpty();
    }

    private static List<String> texts(JsonNode seen, String... names) {
        return List.of(names).stream().map(name -> seen.get(name).asText()).toList();
    }

    private static void assertFiles(JsonNode seen) {
        assertThat(seen.get("file").toString()).isEqualTo("[\"image/png\",4,7]");
        assertThat(seen.get("fileGot").asBoolean()).isTrue();
        assertThat(seen.get("files").asInt()).isEqualTo(1);
        assertThat(seen.get("filesAfterRun").asInt()).isEqualTo(2);
        assertThat(seen.get("deleted").asBoolean()).isTrue();
        assertThat(seen.get("deletedTwice").asText()).contains("404", "File not found");
        assertThat(seen.get("inputGone").asText()).contains("422");
    }

    private static void assertTrouble(JsonNode seen) {
        assertThat(seen.get("canceled").asText()).isEqualTo("canceled");
        assertThat(seen.get("newest").asBoolean()).isTrue();
        assertThat(seen.get("listed").asInt()).isEqualTo(9);
        assertThat(seen.get("failed").asText()).startsWith("Prediction failed:").contains("E005");
        assertThat(seen.get("invalid").asText()).contains("422", "must be one of the following: 4, 6, 8");
        assertThat(seen.get("unauthenticated").asText()).contains("401", "valid authentication token");
        assertThat(texts(seen, "afterThrottling", "account", "model"))
                .containsExactly("starting", "organization", "veo-3.1");
    }
}
