package dev.mvstudio.testkit.comfyui;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.mvstudio.testkit.wire.Npm;
import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Clients for Node take the fake for the real one. Skipped where there is no Node or no registry. */
class NpmClientTest extends Rehearsal {
    @ParameterizedTest
    @EnumSource(Version.class)
    void clients_that_people_use_notice_no_difference(Version version) throws Exception {
        startAs(version);
        fake.taking(Duration.ofSeconds(1));

        JsonNode seen = Npm.beside(NpmClientTest.class).drive(fake.address().toString());

        assertThat(seen.get("checkpoints").toString()).contains(Catalog.CHECKPOINT);
        assertThat(seen.get("samplers").asInt()).isEqualTo(version.isNew() ? 44 : 42);
        assertThat(seen.get("uploaded").asText()).isEqualTo("ref.png");
        assertThat(seen.get("progress").toString()).isEqualTo("[1,2,3]");
        assertThat(seen.get("previews").asInt()).isEqualTo(3);
        assertThat(seen.get("sdkFile").asText()).isEqualTo("scene_00001_.png");
        assertThat(seen.get("sdkBytes").asInt()).isGreaterThan(100);
        assertThat(seen.get("version").asText()).isEqualTo(version.number());
        assertThat(seen.at("/files/0").asText()).contains("/view?", "scene_00002_.png");
        assertThat(seen.get("files").get(1)).isEqualTo(seen.get("files").get(0));
        assertThat(seen.get("refused").asText()).isNotEmpty();
        assertThat(fake.ledger().renders()).hasSize(2);
        assertThat(fake.ledger().renderedTwice()).isEmpty();
    }
}
