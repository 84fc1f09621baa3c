package dev.mvstudio.adapter.openai;

import com.fasterxml.jackson.databind.JsonNode;
import io.micronaut.http.HttpHeaders;

/**
 * What came back.
 *
 * @param body missing when it is no JSON
 */
record Exchange(int status, HttpHeaders headers, JsonNode body) {
    boolean isSuccess() {
        return status >= 200 && status < 300;
    }
}
