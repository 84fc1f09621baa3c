package dev.mvstudio.application.asset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EncodedImageTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "Pz8/Pj4+fn4=",
                "Pz8/Pj4+fn4",
                "Pz8_Pj4-fn4",
                "Pz8_Pj4-fn4=",
                "Pz8/\nPj4+\r\nfn4=",
                " Pz8/ Pj4+\tfn4=",
                "data:image/png;base64,Pz8/Pj4+fn4=",
                "data:;base64,Pz8/Pj4+fn4="
            })
    void base64_is_read_in_every_spelling_that_is_in_use(String text) {
        assertThat(new String(new EncodedImage(text).decode(), StandardCharsets.US_ASCII))
                .isEqualTo("???>>>~~");
    }

    @ParameterizedTest
    @ValueSource(strings = {"not base64!", "Pz8/Pj4+fn4===", "Pz8=Pz8=", "P", "data:image/png,Pz8/", "Pz8/Pj4+fn4é"})
    void garbage_is_refused(String text) {
        assertThatThrownBy(() -> new EncodedImage(text).decode()).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void it_prints_as_its_size_only() {
        assertThat(new EncodedImage("Pz8/Pj4+fn4=")).hasToString("base64 image, 12 characters");
    }
}
