package dev.mvstudio.adapter.local.asset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mvstudio.adapter.local.address.Canary;
import dev.mvstudio.adapter.local.address.HostResolver;
import dev.mvstudio.adapter.local.address.RefusedAddresses;
import dev.mvstudio.domain.asset.RemoteFiles.AddressRefusedException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

class RefusedAddressTest {
    static final List<String> SPELT = RefusedAddresses.SPELT;
    static final List<String> INSIDE = RefusedAddresses.INSIDE;

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
    @FieldSource("SPELT")
    void an_address_that_is_not_public_https_is_refused_without_a_connection(String address) {
        assertRefused(address, HostResolver.SYSTEM);
    }

    @ParameterizedTest
    @FieldSource("INSIDE")
    void a_name_that_leads_inside_is_refused_also_when_it_leads_outside_as_well(String inside) {
        assertRefused("https://innocent.example:PORT/", host -> List.of(InetAddress.getByName(inside)));
        assertRefused(
                "https://innocent.example:PORT/",
                host -> List.of(InetAddress.getByName("93.184.216.34"), InetAddress.getByName(inside)));
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
