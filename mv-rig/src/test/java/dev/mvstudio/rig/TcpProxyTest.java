package dev.mvstudio.rig;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import dev.mvstudio.testkit.server.Behaviour;
import dev.mvstudio.testkit.server.FakeProvider;
import java.io.IOException;
import java.net.URI;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TcpProxyTest {
    private FakeProvider provider;
    private TcpProxy proxy;
    private Studio through;

    @BeforeEach
    void start() throws IOException {
        provider = FakeProvider.start(Behaviour.prompt());
        proxy = TcpProxy.before(provider.address().getPort());
        through = new Studio(URI.create("http://127.0.0.1:" + proxy.port()));
    }

    @AfterEach
    void stop() throws IOException {
        proxy.close();
        provider.close();
    }

    @Test
    void what_is_behind_it_answers_as_if_it_were_not_there() throws IOException {
        assertThat(through.get("/ledger").text()).contains("calls {}");
    }

    @Test
    void what_is_behind_it_can_be_gone_and_come_back() throws IOException {
        through.get("/ledger");

        proxy.gone();
        assertThatIOException().isThrownBy(() -> through.get("/ledger"));

        proxy.back();
        assertThat(through.get("/ledger").status()).isEqualTo(200);
    }
}
