package dev.mvstudio.testkit.job;

import dev.mvstudio.domain.image.ReferenceImage;
import dev.mvstudio.domain.job.Documents;
import dev.mvstudio.domain.provider.Secret;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** Keeps the records themselves, and gives texts that stand for them. Equal records have equal texts. */
public final class FakeDocuments implements Documents {
    private final Map<String, String> textsByContent = new LinkedHashMap<>();
    private final Map<String, Record> valuesByText = new LinkedHashMap<>();

    /** No text that was written so far can be read any more. */
    public synchronized void forget() {
        textsByContent.clear();
        valuesByText.clear();
    }

    @Override
    public synchronized String write(Record value) {
        String text = textsByContent.computeIfAbsent(
                content(value),
                content -> "{\"" + value.getClass().getSimpleName() + "\":" + (valuesByText.size() + 1) + "}");
        valuesByText.put(text, value);
        return text;
    }

    @Override
    public synchronized <T extends Record> T read(String text, Class<T> type) {
        Record value = valuesByText.get(text);
        if (!type.isInstance(value)) {
            throw new IllegalArgumentException("not a " + type.getSimpleName() + ": " + text);
        }
        return type.cast(value);
    }

    private static String content(@Nullable Object value) {
        return switch (value) {
            case null -> "null";
            case Secret secret -> throw new IllegalArgumentException("a secret must not be written");
            case ReferenceImage image -> "ReferenceImage(" + content(image.asset()) + ")";
            case Record r ->
                Arrays.stream(r.getClass().getRecordComponents())
                        .map(component -> content(component(r, component)))
                        .collect(Collectors.joining(", ", r.getClass().getName() + "(", ")"));
            case Iterable<?> items ->
                StreamSupport.stream(items.spliterator(), false)
                        .map(FakeDocuments::content)
                        .collect(Collectors.joining(", ", "[", "]"));
            case Map<?, ?> map ->
                map.entrySet().stream()
                        .map(e -> content(e.getKey()) + "=" + content(e.getValue()))
                        .collect(Collectors.joining(", ", "{", "}"));
            case String text -> "\"" + text + "\"";
            default -> value.toString();
        };
    }

    private static @Nullable Object component(Record of, RecordComponent component) {
        try {
            Method accessor = component.getAccessor();
            accessor.setAccessible(true);
            return accessor.invoke(of);
        } catch (ReflectiveOperationException e) {
            throw new IllegalArgumentException(component + " cannot be read", e);
        }
    }
}
