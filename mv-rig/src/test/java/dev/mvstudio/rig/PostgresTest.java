package dev.mvstudio.rig;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.DriverManager;
import org.junit.jupiter.api.Test;

class PostgresTest {
    @Test
    void it_answers_also_by_way_of_a_proxy() throws Exception {
        try (Postgres postgres = Postgres.start();
                TcpProxy proxy = TcpProxy.before(postgres.port());
                Connection connection = DriverManager.getConnection("jdbc:" + postgres.through(proxy.port()))) {
            assertThat(connection.isValid(5)).isTrue();
        }
    }
}
