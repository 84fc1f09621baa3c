package dev.mvstudio.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mvstudio.domain.asset.Asset;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Files that do not lie on this machine, as with a bucket. */
class ElsewhereTest {
    @Test
    void they_are_sent_whole_and_in_parts() {
        byte[] bytes = new byte[1_000_000];
        new Random(7).nextBytes(bytes);
        try (TestServer server = TestServer.start()) {
            Asset video = server.studio.storeVideo(bytes);
            server.studio.store.keepElsewhere();
            String path = "/api/mv/get_video/" + video.id();

            Client.Answer whole = server.client.get(path);
            Client.Answer part = server.client.get(path, "Range", "bytes=500000-500009");
            Client.Answer last = server.client.get(path, "Range", "bytes=-10");

            assertThat(whole.bytes()).isEqualTo(bytes);
            assertThat(whole.header("Content-Length")).isEqualTo("1000000");
            assertThat(whole.header("Transfer-Encoding")).isNull();
            assertThat(part.status()).isEqualTo(206);
            assertThat(part.header("Content-Range")).isEqualTo("bytes 500000-500009/1000000");
            assertThat(part.bytes()).isEqualTo(Arrays.copyOfRange(bytes, 500_000, 500_010));
            assertThat(part.header("Content-Length")).isEqualTo("10");
            assertThat(last.bytes()).isEqualTo(Arrays.copyOfRange(bytes, 999_990, 1_000_000));
        }
    }
}
