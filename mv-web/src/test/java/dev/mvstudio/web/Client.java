package dev.mvstudio.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.atlassian.oai.validator.OpenApiInteractionValidator;
import com.atlassian.oai.validator.model.Request;
import com.atlassian.oai.validator.model.SimpleResponse;
import com.atlassian.oai.validator.report.ValidationReport;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/** A client that holds every answer against the contract that the server serves, and expects a request id on each. */
final class Client {
    /** What is told before a route is reached, on whichever route. */
    private static final Set<Integer> BEFORE_ROUTES = Set.of(403, 405, 406);

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final ObjectMapper json = new ObjectMapper();
    private final URI address;
    private final OpenApiInteractionValidator contract;

    Client(URI address) {
        this.address = address;
        String yaml = exchange(
                        HttpRequest.newBuilder(address.resolve("/openapi.yaml")).build())
                .text();
        this.contract = OpenApiInteractionValidator.createForInlineApiSpecification(yaml)
                .build();
    }

    record Answer(int status, HttpResponse<byte[]> http, ObjectMapper mapper) {
        String text() {
            return new String(http.body(), StandardCharsets.UTF_8);
        }

        byte[] bytes() {
            return http.body();
        }

        JsonNode json() {
            try {
                return mapper.readTree(http.body());
            } catch (IOException e) {
                throw new AssertionError("not JSON: " + text(), e);
            }
        }

        String header(String name) {
            return http.headers().firstValue(name).orElse(null);
        }
    }

    static JsonNode parse(String text) {
        try {
            return new ObjectMapper().readTree(text);
        } catch (IOException e) {
            throw new AssertionError("not JSON: " + text, e);
        }
    }

    Answer get(String path, String... headers) {
        return send("GET", path, BodyPublishers.noBody(), headers);
    }

    Answer head(String path, String... headers) {
        return send("HEAD", path, BodyPublishers.noBody(), headers);
    }

    Answer patch(String path, String body) {
        return send("PATCH", path, BodyPublishers.ofString(body), "Content-Type", "application/json");
    }

    Answer delete(String path) {
        return send("DELETE", path, BodyPublishers.noBody());
    }

    Answer post(String path, String body, String... headers) {
        return post(path, body.getBytes(StandardCharsets.UTF_8), headers);
    }

    Answer post(String path, byte[] body, String... headers) {
        String[] all = new String[headers.length + 2];
        all[0] = "Content-Type";
        all[1] = "application/json";
        System.arraycopy(headers, 0, all, 2, headers.length);
        return send("POST", path, BodyPublishers.ofByteArray(body), all);
    }

    Answer send(String method, String path, BodyPublisher body, String... headers) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(address + path)).method(method, body);
        for (int i = 0; i < headers.length; i += 2) {
            request.setHeader(headers[i], headers[i + 1]);
        }
        Answer answer = exchange(request.build());
        holdAgainstContract(method, path, answer);
        return answer;
    }

    private Answer exchange(HttpRequest request) {
        try {
            HttpResponse<byte[]> response =
                    http.sendAsync(request, BodyHandlers.ofByteArray()).get(30, TimeUnit.SECONDS);
            assertThat(response.headers().firstValue("X-Request-Id"))
                    .as("request id of %s %s", request.method(), request.uri())
                    .isPresent();
            return new Answer(response.statusCode(), response, json);
        } catch (Exception e) {
            throw new AssertionError(request.method() + " " + request.uri(), e);
        }
    }

    private void holdAgainstContract(String method, String path, Answer answer) {
        SimpleResponse.Builder response = SimpleResponse.Builder.status(answer.status());
        String type = answer.header("Content-Type");
        if (type != null && !method.equals("HEAD")) {
            response.withContentType(type).withBody(type.contains("json") ? answer.text() : "bytes");
        }
        String route = path.contains("?") ? path.substring(0, path.indexOf('?')) : path;
        ValidationReport report = contract.validateResponse(route, Request.Method.valueOf(method), response.build());
        assertThat(report.getMessages().stream()
                        .filter(m -> !isFine(m, method, answer))
                        .toList())
                .as("%s %s: %s %s", method, path, answer.status(), type)
                .isEmpty();
        if (answer.status() >= 400 && !method.equals("HEAD")) {
            assertThat(answer.json().has("error")).isTrue();
            assertThat(answer.json().has("message")).isTrue();
            assertThat(answer.json().get("timestamp").asText()).matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\dZ");
            assertThat(answer.json().get("request_id").asText()).isEqualTo(answer.header("X-Request-Id"));
        }
    }

    private static boolean isFine(ValidationReport.Message message, String method, Answer answer) {
        return switch (message.getKey()) {
            case "validation.request.path.missing" -> true; // pages
            case "validation.response.status.unknown", "validation.request.operation.notAllowed" ->
                BEFORE_ROUTES.contains(answer.status());
            case "validation.response.body.missing" -> method.equals("HEAD");
            default -> false;
        };
    }
}
