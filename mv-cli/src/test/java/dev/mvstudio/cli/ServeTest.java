package dev.mvstudio.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mvstudio.application.StudioServer;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

class ServeTest {
    private final CountDownLatch awaited = new CountDownLatch(1);
    private final AtomicInteger closed = new AtomicInteger();

    @TempDir
    Path folder;

    private Cli cli;

    @BeforeEach
    void open() {
        cli = new Cli(folder);
        cli.serveWith(configuration -> new Server());
    }

    private final class Server implements StudioServer.Running {
        @Override
        public URI address() {
            return URI.create("http://127.0.0.1:8000");
        }

        @Override
        public void close() {
            closed.incrementAndGet();
        }

        @Override
        public void await() throws InterruptedException {
            awaited.countDown();
            new CountDownLatch(1).await();
        }
    }

    @Test
    @Timeout(20)
    void it_serves_until_it_is_stopped_and_ends_well() throws Exception {
        CompletableFuture<Cli.Ended> running = cli.start("serve", "--port", "0", "--host", "::1");
        awaited.await();

        assertThat(cli.interruption.stop(Duration.ofSeconds(15))).hasValue(0);
        assertThat(running.get().out()).contains("MV Studio is at http://127.0.0.1:8000");
        assertThat(closed).hasValue(1);
        assertThat(cli.studio.launch.environment())
                .containsEntry("MV_PORT", "0")
                .containsEntry("MV_HOST", "::1");
        assertThat(cli.studio.launch.defaultDataDir()).isEqualTo(folder.resolve("outputs"));
    }

    @Test
    void a_taken_port_is_a_matter_of_the_set_up() {
        cli.serveWith(configuration -> {
            throw new IllegalStateException("port 8000 is taken: set MV_PORT");
        });

        Cli.Ended ended = cli.run("serve");

        assertThat(ended.code()).isEqualTo(3);
        assertThat(ended.err()).contains("mvstudio: port 8000 is taken: set MV_PORT");
    }
}
