package dev.mvstudio.adapter.local.asset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mvstudio.domain.asset.RemoteFiles.AddressRefusedException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RefusedAddressTest {
    private static Canary canary;

    @BeforeAll
    static void open() throws IOException {
        canary = new Canary();
    }

    @AfterAll
    static void nobodyCame() throws IOException {
        assertThat(canary.connections()).isZero();
        canary.close();
    }

    private static void assertRefused(String address, HostResolver resolver) {
        String withPort = address.replace("PORT", String.valueOf(canary.port()));
        try (HttpRemoteFiles files = new HttpRemoteFiles(resolver, 1000)) {
            assertThatThrownBy(() -> files.fetch(URI.create(withPort)).close())
                    .as(address)
                    .isInstanceOf(AddressRefusedException.class);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://example.com/a.png",
                "file:///etc/passwd",
                "ftp://example.com/a.png",
                "jar:https://example.com/a.jar!/a.png",
                "/a.png",
                "https:///a.png",
                "https://user:secret@example.com/a.png",
                "https://user@127.0.0.1:PORT/",
                "https://localhost:PORT/",
                "https://LOCALHOST:PORT/",
                "https://localhost.:PORT/",
                "https://a.localhost:PORT/",
                "https://127.0.0.1:PORT/",
                "https://127.0.0.1.:PORT/",
                "https://127.1:PORT/",
                "https://127.0.1:PORT/",
                "https://2130706433:PORT/",
                "https://0x7f000001:PORT/",
                "https://0x7f.1:PORT/",
                "https://0x7f.0.0.1:PORT/",
                "https://0177.0.0.1:PORT/",
                "https://127.0.0.01:PORT/",
                "https://0:PORT/",
                "https://0.0.0.0:PORT/",
                "https://127.255.255.254:PORT/",
                "https://[::1]:PORT/",
                "https://[::]:PORT/",
                "https://[0:0:0:0:0:0:0:1]:PORT/",
                "https://[::ffff:127.0.0.1]:PORT/",
                "https://[::ffff:7f00:1]:PORT/",
                "https://[::127.0.0.1]:PORT/",
                "https://[64:ff9b::127.0.0.1]:PORT/",
                "https://[64:ff9b:1::7f00:1]:PORT/",
                "https://[2002:7f00:1::]:PORT/",
                "https://[2001:0:7f00:1::]:PORT/",
                "https://[fe80::1]:PORT/",
                "https://[fe80::1%251]:PORT/",
                "https://[fc00::1]:PORT/",
                "https://[fd12:3456::1]:PORT/",
                "https://[fec0::1]:PORT/",
                "https://[ff02::1]:PORT/",
                "https://[2001:db8::1]:PORT/",
                "https://10.0.0.1:PORT/",
                "https://172.31.255.255:PORT/",
                "https://192.168.0.1:PORT/",
                "https://169.254.169.254/latest/meta-data/",
                "https://100.64.0.1:PORT/",
                "https://192.0.0.1:PORT/",
                "https://192.0.2.1:PORT/",
                "https://198.18.0.1:PORT/",
                "https://198.51.100.1:PORT/",
                "https://203.0.113.1:PORT/",
                "https://224.0.0.1:PORT/",
                "https://240.0.0.1:PORT/",
                "https://255.255.255.255:PORT/",
                "https://example.com:0/",
                "https://a_b:PORT/",
            })
    void an_address_that_is_not_public_https_is_refused_without_a_connection(String address) {
        assertRefused(address, HostResolver.SYSTEM);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "127.0.0.1",
                "10.1.2.3",
                "169.254.169.254",
                "100.100.100.200",
                "0.0.0.0",
                "::1",
                "::ffff:10.0.0.1",
                "fd00:ec2::254",
                "fe80::1",
                "64:ff9b::a00:1",
                "2002:a00:1::",
            })
    void a_name_that_leads_inside_is_refused_also_when_it_leads_outside_as_well(String inside) {
        assertRefused("https://innocent.example:PORT/", host -> List.of(InetAddress.getByName(inside)));
        assertRefused(
                "https://innocent.example:PORT/",
                host -> List.of(InetAddress.getByName("93.184.216.34"), InetAddress.getByName(inside)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "93.184.216.34",
                "1.1.1.1",
                "9.255.255.255",
                "11.0.0.0",
                "100.63.255.255",
                "100.128.0.0",
                "126.0.0.1",
                "128.0.0.1",
                "172.15.0.1",
                "172.32.0.1",
                "192.0.1.1",
                "223.255.255.255",
                "2606:4700::1111",
                "2a00:1450::1",
                "2001:4860:4860::8888",
            })
    void public_addresses_are_public(String address) throws UnknownHostException {
        assertThat(PublicAddress.is(InetAddress.getByName(address))).isTrue();
        assertThat(PublicAddress.isOddlySpelt(address)).isFalse();
    }

    @Test
    void nothing_is_resolved_for_an_address_that_is_refused_by_its_form() {
        List<String> asked = new ArrayList<>();
        assertRefused("http://example.com/", host -> {
            asked.add(host);
            return List.of();
        });

        assertThat(asked).isEmpty();
    }
}
