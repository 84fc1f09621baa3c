package dev.mvstudio.testkit.server;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** What travels to and from {@link FakeProvider}: {@code application/x-www-form-urlencoded}, each name once. */
public final class Form {
    public static final String MEDIA_TYPE = "application/x-www-form-urlencoded";

    private final Map<String, String> fields;

    private Form(Map<String, String> fields) {
        this.fields = fields;
    }

    public static Form of() {
        return new Form(Map.of());
    }

    /** The reverse of {@link #toString()}. */
    public static Form parse(String text) {
        Map<String, String> fields = new LinkedHashMap<>();
        for (String field : text.strip().split("&")) {
            if (!field.isEmpty()) {
                int equals = field.indexOf('=');
                String name = equals < 0 ? field : field.substring(0, equals);
                String value = equals < 0 ? "" : field.substring(equals + 1);
                fields.put(URLDecoder.decode(name, UTF_8), URLDecoder.decode(value, UTF_8));
            }
        }
        return new Form(fields);
    }

    /** The same with one field more. */
    public Form with(String name, Object value) {
        Map<String, String> more = new LinkedHashMap<>(fields);
        more.put(name, value.toString());
        return new Form(more);
    }

    public Optional<String> find(String name) {
        return Optional.ofNullable(fields.get(name));
    }

    /**
     * The value of this field.
     *
     * @throws IllegalArgumentException when there is none
     */
    public String get(String name) {
        return find(name).orElseThrow(() -> new IllegalArgumentException("no " + name + " in " + fields.keySet()));
    }

    @Override
    public String toString() {
        return fields.entrySet().stream()
                .map(field ->
                        URLEncoder.encode(field.getKey(), UTF_8) + "=" + URLEncoder.encode(field.getValue(), UTF_8))
                .collect(Collectors.joining("&"));
    }
}
