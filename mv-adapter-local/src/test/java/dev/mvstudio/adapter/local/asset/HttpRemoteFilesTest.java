package dev.mvstudio.adapter.local.asset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mvstudio.adapter.local.address.Canary;
import dev.mvstudio.adapter.local.address.HostResolver;
import dev.mvstudio.adapter.local.address.HttpsSite;
import dev.mvstudio.domain.asset.RemoteFiles;
import dev.mvstudio.domain.asset.RemoteFiles.AddressRefusedException;
import dev.mvstudio.testkit.asset.RemoteFilesContract;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** With a site on this machine, which these tests alone allow. */
class HttpRemoteFilesTest extends RemoteFilesContract {
    private static final byte[] FILE = BYTES;
    private static final Predicate<InetAddress> LOOPBACK = InetAddress::isLoopbackAddress;
    private static final HostResolver NAMES = host -> {
        if (!host.endsWith(".test")) {
            throw new UnknownHostException(host);
        }
        return List.of(InetAddress.getLoopbackAddress());
    };

    @TempDir
    static Path folder;

    private static HttpsSite site;

    private final HttpRemoteFiles files = new HttpRemoteFiles(NAMES, 1000, LOOPBACK, site.tls());

    @BeforeAll
    static void open() throws Exception {
        site = new HttpsSite(folder);
        site.file("/picture", FILE);
        site.file("/long", new byte[1001]);
        site.redirect("/here", "picture");
        site.redirect("/there", site.at("other.test", "/here"));
        for (int i = 1; i < 4; i++) {
            site.redirect("/hop" + i, "/hop" + (i + 1));
        }
        site.file("/hop4", FILE);
        site.redirect("/hop0", "/hop1");
    }

    @AfterAll
    static void closeSite() {
        site.close();
    }

    @AfterEach
    void close() {
        files.close();
    }

    @Override
    protected RemoteFiles files() {
        return files;
    }

    @Override
    protected URI there() {
        return URI.create(site.at("files.test", "/picture"));
    }

    @Override
    protected URI nothing() {
        return URI.create(site.at("files.test", "/nothing"));
    }

    private byte[] fetch(String host, String path) throws IOException {
        try (InputStream in = files.fetch(URI.create(site.at(host, path)))) {
            return in.readAllBytes();
        }
    }

    @Test
    void a_file_is_streamed() throws IOException {
        assertThat(fetch("files.test", "/picture?x=1")).isEqualTo(FILE);
        assertThat(site.asked()).anyMatch(request -> request.startsWith("/picture?x=1"));
    }

    @Test
    void redirects_are_followed_to_other_hosts_as_well_and_carry_nothing_along() throws IOException {
        assertThat(fetch("files.test", "/there")).isEqualTo(FILE);

        assertThat(site.asked()).noneMatch(request -> request.contains("Cookie") || request.contains("Authorization"));
    }

    @Test
    void three_redirects_are_followed_and_no_more() throws IOException {
        assertThat(fetch("files.test", "/hop1")).isEqualTo(FILE);
        assertThatThrownBy(() -> fetch("files.test", "/hop0"))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("more than 3");
    }

    @Test
    void a_redirect_to_plain_http_to_a_file_or_with_credentials_is_refused() {
        for (String to : List.of(
                "http://files.test/picture",
                "file:///etc/passwd",
                "//user:secret@files.test/picture",
                "ftp://a.test/")) {
            String path = "/to" + Integer.toHexString(to.hashCode());
            site.redirect(path, to);
            assertThatThrownBy(() -> fetch("files.test", path)).as(to).isInstanceOf(AddressRefusedException.class);
        }
    }

    @Test
    void a_redirect_to_a_private_address_is_refused_without_a_connection() throws Exception {
        try (Canary canary = new Canary()) {
            Predicate<InetAddress> siteOnly = a -> a.getAddress()[3] == 1;
            HostResolver names =
                    host -> List.of(InetAddress.getByName(host.equals("inside.test") ? "127.0.0.2" : "127.0.0.1"));
            site.redirect("/inside", "https://inside.test:" + canary.port() + "/");
            try (HttpRemoteFiles strict = new HttpRemoteFiles(names, 1000, siteOnly, site.tls())) {
                assertThatThrownBy(() -> strict.fetch(URI.create(site.at("files.test", "/inside"))))
                        .isInstanceOf(AddressRefusedException.class);
            }
            assertThat(canary.connections()).isZero();
        }
    }

    @Test
    void a_name_is_resolved_once_for_the_check_and_the_connection() throws IOException {
        AtomicInteger asked = new AtomicInteger();
        HostResolver rebinding = host -> asked.getAndIncrement() == 0
                ? List.of(InetAddress.getLoopbackAddress())
                : List.of(InetAddress.getByName("10.0.0.1"));
        try (HttpRemoteFiles once = new HttpRemoteFiles(rebinding, 1000, LOOPBACK, site.tls());
                InputStream in = once.fetch(URI.create(site.at("files.test", "/picture")))) {
            assertThat(in.readAllBytes()).isEqualTo(FILE);
        }
        assertThat(asked).hasValue(1);
    }

    @Test
    void more_bytes_than_allowed_are_refused_with_and_without_a_length() {
        site.page("/endless", exchange -> {
            exchange.sendResponseHeaders(200, 0);
            for (int i = 0; i < 1000; i++) {
                exchange.getResponseBody().write(new byte[1000]);
            }
        });

        for (String path : List.of("/long", "/endless")) {
            assertThatThrownBy(() -> fetch("files.test", path))
                    .isInstanceOf(IOException.class)
                    .hasMessage("it is larger than 1000 bytes");
        }
    }

    @Test
    void a_file_that_breaks_off_is_an_error() {
        site.page("/broken", exchange -> {
            exchange.sendResponseHeaders(200, 500);
            exchange.getResponseBody().write(Arrays.copyOf(FILE, 10));
            exchange.getResponseBody().flush();
        });

        assertThatThrownBy(() -> fetch("files.test", "/broken")).isInstanceOf(IOException.class);
    }

    @Test
    void another_answer_than_200_is_an_error_that_says_which() {
        site.page("/gone", exchange -> exchange.sendResponseHeaders(410, -1));
        site.page("/part", exchange -> exchange.sendResponseHeaders(206, -1));
        site.page("/nowhere", exchange -> exchange.sendResponseHeaders(302, -1));

        assertThatThrownBy(() -> fetch("files.test", "/gone")).hasMessage("the server answered 410");
        assertThatThrownBy(() -> fetch("files.test", "/part")).hasMessage("the server answered 206");
        assertThatThrownBy(() -> fetch("files.test", "/nowhere")).hasMessage("the server redirects to nowhere");
    }

    @Test
    void a_host_that_is_not_known_or_not_who_it_says_is_an_error() {
        assertThatThrownBy(() -> fetch("unknown.example", "/picture")).isInstanceOf(UnknownHostException.class);
        assertThatThrownBy(() -> fetch("stranger.test", "/picture")).isInstanceOf(javax.net.ssl.SSLException.class);
    }

    @Test
    void closing_early_does_not_wait_for_the_rest() throws IOException {
        try (InputStream in = files.fetch(URI.create(site.at("files.test", "/picture")))) {
            assertThat(in.read()).isEqualTo('t');
        }
        assertThat(fetch("files.test", "/picture")).isEqualTo(FILE);
    }
}
