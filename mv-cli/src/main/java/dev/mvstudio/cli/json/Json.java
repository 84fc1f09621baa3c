package dev.mvstudio.cli.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.PrintStream;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;

/** Prints JSON. Durations are seconds, enums lower-case words; what is no JSON value is its text. */
public final class Json {
    private Json() {}

    /** Prints one document and ends the line. */
    public static void print(JsonObject document, PrintStream out) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = new JsonFactory().createGenerator(text)) {
            json.useDefaultPrettyPrinter();
            write(json, document);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        out.println(text);
    }

    private static void write(JsonGenerator json, Object value) throws IOException {
        switch (value) {
            case JsonObject object -> write(json, object.members());
            case Map<?, ?> map -> writeMembers(json, map);
            case Path path -> json.writeString(path.toString());
            case Iterable<?> list -> writeList(json, list);
            case Boolean b -> json.writeBoolean(b);
            case Integer i -> json.writeNumber(i);
            case Long l -> json.writeNumber(l);
            case Double d -> json.writeNumber(d);
            case BigDecimal d -> json.writeNumber(d);
            case Duration d -> json.writeNumber(seconds(d));
            default -> json.writeString(text(value));
        }
    }

    private static void writeMembers(JsonGenerator json, Map<?, ?> map) throws IOException {
        json.writeStartObject();
        for (Map.Entry<?, ?> member : map.entrySet()) {
            json.writeFieldName(String.valueOf(member.getKey()));
            write(json, member.getValue());
        }
        json.writeEndObject();
    }

    private static void writeList(JsonGenerator json, Iterable<?> list) throws IOException {
        json.writeStartArray();
        for (Object value : list) {
            write(json, value);
        }
        json.writeEndArray();
    }

    static String text(Object value) {
        return switch (value) {
            case Enum<?> word -> word.name().toLowerCase(Locale.ROOT);
            case Duration d -> seconds(d) + " s";
            default -> value.toString();
        };
    }

    /** Whole seconds without a point, others to the millisecond. */
    private static BigDecimal seconds(Duration d) {
        BigDecimal exact = BigDecimal.valueOf(d.toMillis()).movePointLeft(3).stripTrailingZeros();
        return exact.scale() < 0 ? exact.setScale(0, RoundingMode.UNNECESSARY) : exact;
    }
}
