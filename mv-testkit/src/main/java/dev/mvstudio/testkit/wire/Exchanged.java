package dev.mvstudio.testkit.wire;

import java.util.List;
import java.util.Map;

/**
 * One call and its answer, for those who watch.
 *
 * @param method GET, POST or DELETE
 * @param path from the root
 * @param query the parameters behind the path
 * @param requestHeaders as they came
 * @param requestBody as it came; empty when there was none
 * @param status of the answer
 * @param mediaType of the answer; empty when it has no body
 * @param responseBody of the answer; empty when it is no text
 * @param faulty whether the answer is wrong on purpose
 */
public record Exchanged(
        String method,
        String path,
        Map<String, String> query,
        Map<String, List<String>> requestHeaders,
        String requestBody,
        int status,
        String mediaType,
        String responseBody,
        boolean faulty) {
    public static Exchanged of(Request request, Mishaps.Outcome outcome) {
        Answer answer = outcome.answer();
        return new Exchanged(
                request.method(),
                "/" + String.join("/", request.path()),
                request.query(),
                request.headers(),
                request.body(),
                answer.status(),
                answer.mediaType(),
                answer.text(),
                outcome.faulty());
    }
}
