package dev.mvstudio.adapter.jdbc.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mvstudio.domain.asset.AssetStore;
import dev.mvstudio.domain.asset.ByteSource;
import dev.mvstudio.domain.job.Documents;
import dev.mvstudio.testkit.asset.FakeAssetStore;
import dev.mvstudio.testkit.job.DocumentsContract;
import java.io.InputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JacksonDocumentsTest extends DocumentsContract {
    private final AssetStore assets = new FakeAssetStore();

    @Override
    protected Documents documents() {
        return new JacksonDocuments(assets);
    }

    @Override
    protected Documents sameDocuments() {
        return new JacksonDocuments(assets);
    }

    @Override
    protected AssetStore assets() {
        return assets;
    }

    @Test
    void only_components_are_written() {
        assertThat(documents().write(new Inner("a", null))).isEqualTo("{\"name\":\"a\",\"remark\":null}");
    }

    @Test
    void members_of_newer_versions_are_left_out() {
        assertThat(documents().read("{\"name\":\"a\",\"color\":{\"red\":[1]}}", Inner.class))
                .isEqualTo(new Inner("a", null));
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "[]", "7", "{\"name\":[]}", "{\"name\":\"\"}", "{\"name\":\"a\"} x", "{\"name\":"})
    void other_json_is_refused(String text) {
        assertThatThrownBy(() -> documents().read(text, Inner.class)).isInstanceOf(IllegalArgumentException.class);
    }

    /** Something with bytes in it. */
    private record Raw(ByteSource bytes) {}

    @Test
    void bytes_are_not_written() {
        assertThatThrownBy(() -> documents().write(new Raw(InputStream::nullInputStream)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("asset store");
    }
}
