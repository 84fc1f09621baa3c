package dev.mvstudio.testkit.gemini;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.mvstudio.testkit.wire.Npm;
import dev.mvstudio.testkit.wire.Pictures;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Google's own client for Node takes the fake for the real one. Skipped where there is no Node or no registry. */
class NpmClientTest extends Rehearsal {
    @Test
    void the_official_client_notices_no_difference(@TempDir Path folder) throws Exception {
        Npm npm = Npm.beside(NpmClientTest.class);
        Path picture = Files.write(folder.resolve("picture.png"), Pictures.draw("png", "1:1", 3));

        JsonNode seen =
                npm.drive(fake.address().toString(), fake.key(), fake.controls().toString(), picture.toString());

        assertThat(seen.get("scenes").asInt()).isEqualTo(4);
        assertThat(seen.get("blocked").asText()).isEqualTo("PROHIBITED_CONTENT");
        assertThat(seen.get("throttled").asText()).contains("Please retry in 34.4s");
        assertThat(seen.get("picture").asText()).isEqualTo("image/png");
        assertThat(seen.get("imagen").toString()).isEqualTo("[\"image/jpeg\",\"image/jpeg\"]");
        assertThat(seen.get("running").asBoolean()).isFalse();
        assertThat(seen.get("clipBytes").asInt()).isGreaterThan(5_000);
        assertThat(seen.get("filtered").asText()).contains("audio");
        assertThat(seen.get("invalid").asText()).contains("between 4 and 8");
        assertThat(seen.get("interaction").toString()).isEqualTo("[\"in_progress\",\"completed\",\"video/mp4\"]");
        assertThat(seen.get("cancelled").asText()).isEqualTo("cancelled");
        assertThat(seen.get("deleted").asText()).contains("Invalid interaction name");
        assertThat(seen.get("tooLong").asText()).contains("duration 99 is not one of");
        // It shows its key to whomever it is sent on to.
        assertThat(fake.ledger().strayKeys()).hasSize(1);
    }
}
