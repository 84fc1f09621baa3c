package dev.mvstudio.testkit.replicate;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One call of the API and its answer, for those who watch.
 *
 * @param method GET, POST or DELETE
 * @param path without the base: {@code /predictions/abc}
 * @param query the parameters behind the path
 * @param requestHeaders as they came
 * @param requestBody as it came; null when it was a file, or nothing
 * @param status of the answer
 * @param mediaType of the answer; empty when it has no body
 * @param responseBody of the answer
 * @param faulty whether the answer is wrong on purpose
 */
public record Exchanged(
        String method,
        String path,
        Map<String, String> query,
        Map<String, List<String>> requestHeaders,
        @Nullable String requestBody,
        int status,
        String mediaType,
        String responseBody,
        boolean faulty) {}
