package dev.mvstudio.testkit.asset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mvstudio.domain.asset.RemoteFiles;
import dev.mvstudio.domain.asset.RemoteFiles.AddressRefusedException;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What every {@link RemoteFiles} holds to. */
public abstract class RemoteFilesContract {
    /** The bytes at {@link #there()}. */
    protected static final byte[] BYTES = "the bytes of a picture".getBytes(StandardCharsets.UTF_8);

    protected abstract RemoteFiles files();

    /** An address that may be fetched from. */
    protected abstract URI there();

    /** An address of the same host where there is nothing. */
    protected abstract URI nothing();

    @Test
    public void a_file_is_streamed_whole() throws IOException {
        try (InputStream in = files().fetch(there())) {
            assertThat(in.readAllBytes()).isEqualTo(BYTES);
        }
    }

    @Test
    public void a_file_that_is_not_there_is_an_error_and_not_an_empty_file() {
        assertThatThrownBy(() -> files().fetch(nothing())).isInstanceOf(IOException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://example.org/a.png",
                "ftp://example.org/a.png",
                "file:///etc/passwd",
                "data:image/png;base64,AA==",
                "//example.org/a.png",
                "a.png"
            })
    public void only_https_is_fetched(String address) {
        assertThatThrownBy(() -> files().fetch(URI.create(address))).isInstanceOf(AddressRefusedException.class);
    }
}
