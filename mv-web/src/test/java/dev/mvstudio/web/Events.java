package dev.mvstudio.web;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** An open stream of server-sent events. */
final class Events implements AutoCloseable {
    private final HttpClient http = HttpClient.newHttpClient();
    private final BufferedReader lines;
    final HttpResponse<java.io.InputStream> response;

    Events(URI address, String path, String... headers) throws IOException, InterruptedException {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(address + path)).timeout(Duration.ofSeconds(20));
        for (int i = 0; i < headers.length; i += 2) {
            request.header(headers[i], headers[i + 1]);
        }
        this.response = http.send(request.build(), HttpResponse.BodyHandlers.ofInputStream());
        this.lines = new BufferedReader(new InputStreamReader(response.body(), StandardCharsets.UTF_8));
    }

    /** One event; a comment has the type {@code :}. */
    record Event(long id, String type, String data) {
        JsonNode json() throws IOException {
            return new ObjectMapper().readTree(data);
        }
    }

    /** The next one; null at the end. */
    Event next() throws IOException {
        long id = 0;
        String type = "";
        String data = "";
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            if (line.isEmpty() && !type.isEmpty()) {
                return new Event(id, type, data);
            } else if (line.startsWith("id: ")) {
                id = Long.parseLong(line.substring(4));
            } else if (line.startsWith("event: ")) {
                type = line.substring(7);
            } else if (line.startsWith("data: ")) {
                data = line.substring(6);
            } else if (line.startsWith(":")) {
                type = ":";
            }
        }
        return null;
    }

    /** All that come until the end, without comments. */
    List<Event> rest() throws IOException {
        List<Event> all = new ArrayList<>();
        for (Event e = next(); e != null; e = next()) {
            if (!e.type().equals(":")) {
                all.add(e);
            }
        }
        return all;
    }

    @Override
    public void close() throws IOException {
        lines.close();
        http.shutdownNow();
    }
}
