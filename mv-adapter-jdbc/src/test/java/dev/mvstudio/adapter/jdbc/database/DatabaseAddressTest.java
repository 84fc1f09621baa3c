package dev.mvstudio.adapter.jdbc.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mvstudio.domain.provider.Secret;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DatabaseAddressTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "jdbc:postgresql://me:canary@db:5432/mv",
                "jdbc:postgresql://db:5432/mv?user=me&password=canary",
                "jdbc:postgresql://db:5432/mv"
            })
    void its_credentials_are_not_printed(String url) {
        assertThat(new DatabaseAddress(url, "me", new Secret("canary"))).hasToString("jdbc:postgresql://db:5432/mv");
    }

    @Test
    void a_file_is_opened_for_several_processes_and_written_at_once() {
        DatabaseAddress address = DatabaseAddress.in(Path.of("/data/.jobs"));

        assertThat(address.url()).contains("/data/.jobs/jobs;", "AUTO_SERVER=TRUE", "WRITE_DELAY=0");
        assertThat(address.embedded()).isTrue();
    }

    @Test
    void other_databases_are_refused() {
        assertThatThrownBy(() -> new DatabaseAddress("jdbc:mysql://me:canary@db/mv", null, null))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageNotContaining("canary");
    }
}
