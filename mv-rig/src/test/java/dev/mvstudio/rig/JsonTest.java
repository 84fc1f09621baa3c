package dev.mvstudio.rig;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class JsonTest {
    @Test
    void members_and_items_are_found() {
        Json json = Json.read("{\"a\":[{\"b\":\"c\"},2,1.5,true,null]}");

        assertThat(json.at("a").items().get(0).at("b").text()).isEqualTo("c");
        assertThat(json.at("a").items()).map(Json::toString).contains("2", "1.5", "true", "null");
    }

    @Test
    void what_is_missing_is_empty() {
        assertThat(Json.read("{\"a\":null}").at("a").find()).isEmpty();
        assertThat(Json.read("{}").at("a").at("b").text()).isEmpty();
        assertThat(Json.read("").at("a").items()).isEmpty();
    }

    @Test
    void what_is_not_json_is_refused() {
        assertThatIllegalArgumentException().isThrownBy(() -> Json.read("<html>"));
    }
}
