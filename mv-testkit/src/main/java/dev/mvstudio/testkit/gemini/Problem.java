package dev.mvstudio.testkit.gemini;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.mvstudio.testkit.wire.Json;
import java.math.BigDecimal;
import java.util.List;

/**
 * What the API says when it refuses, to the letter where it was seen.
 *
 * @param code of HTTP
 * @param status the name of a gRPC code
 * @param details what follows the message
 */
record Problem(int code, String status, String message, List<ObjectNode> details) {
    private static final String TYPES = "type.googleapis.com/google.rpc.";

    Problem {
        details = List.copyOf(details);
    }

    static Problem of(int code, String status, String message) {
        return new Problem(code, status, message, List.of());
    }

    static Problem invalid(String message) {
        return of(400, "INVALID_ARGUMENT", message);
    }

    /** A value that a model does not take; named as the endpoints of Imagen and Veo name it. */
    static Problem unsupported(String member) {
        return invalid("`" + member + "` isn't supported by this model. Please remove it or refer to the Gemini API"
                + " documentation for supported usage.");
    }

    static Problem outOfBound(String member, long least, long most) {
        return invalid("The number value for `" + member + "` is out of bound. Please provide a value between " + least
                + " and " + most + ", inclusive.");
    }

    static Problem badKey() {
        return new Problem(
                400,
                "INVALID_ARGUMENT",
                "API key not valid. Please pass a valid API key.",
                List.of(reason("API_KEY_INVALID")));
    }

    static Problem unauthenticated() {
        return new Problem(
                401,
                "UNAUTHENTICATED",
                "Request had invalid authentication credentials. Expected OAuth 2 access token, login cookie or other"
                        + " valid authentication credential.",
                List.of(reason("ACCESS_TOKEN_TYPE_UNSUPPORTED")));
    }

    static Problem leakedKey() {
        return of(403, "PERMISSION_DENIED", "Your API key was reported as leaked. Please use another API key.");
    }

    static Problem noKey() {
        return of(
                403,
                "PERMISSION_DENIED",
                "Method doesn't allow unregistered callers (callers without established identity). Please use API Key"
                        + " or other form of API consumer identity to call this API.");
    }

    static Problem noSuchFile(String id) {
        return of(
                403,
                "PERMISSION_DENIED",
                "You do not have permission to access the File " + id + " or it may not exist.");
    }

    static Problem noSuchModel(String model, String version, String method) {
        return of(
                404,
                "NOT_FOUND",
                "models/" + model + " is not found for API version " + version + ", or is not supported for " + method
                        + ". Call ModelService.ListModels to see the list of available models and their supported"
                        + " methods.");
    }

    static Problem retired(String model, String successor) {
        return of(
                404,
                "NOT_FOUND",
                "This model models/" + model + " is no longer available to new users. Please update your code to use"
                        + " models/" + successor + " for the latest features and improvements.");
    }

    static Problem notFound() {
        return of(404, "NOT_FOUND", "Requested entity was not found.");
    }

    static Problem tooLarge() {
        return invalid("Request payload size exceeds the limit: 20971520 bytes.");
    }

    static Problem spent() {
        return of(402, "RESOURCE_EXHAUSTED", "Your prepaid credit is used up.");
    }

    static Problem billing() {
        return of(
                400,
                "FAILED_PRECONDITION",
                "Imagen API is only accessible to billed users at this time."
                        + " User location is not supported for the API use without a billing account linked.");
    }

    static Problem internal() {
        return of(
                500,
                "INTERNAL",
                "An internal error has occurred. Please retry or report in"
                        + " https://developers.generativeai.google/guide/troubleshooting");
    }

    static Problem unavailable() {
        return of(503, "UNAVAILABLE", "The model is overloaded. Please try again later.");
    }

    static Problem late() {
        return of(504, "DEADLINE_EXCEEDED", "Deadline expired before operation could complete.");
    }

    /**
     * Too many calls.
     *
     * @param quota the name of the limit: {@code GenerateRequestsPerMinutePerProjectPerModel}
     * @param seconds to wait; they may be fractions
     */
    static Problem exhausted(String quota, int limit, String model, BigDecimal seconds) {
        String metric = "generativelanguage.googleapis.com/generate_requests";
        ObjectNode failure = detail("QuotaFailure");
        ObjectNode violation = failure.putArray("violations").addObject();
        violation
                .put("quotaMetric", metric)
                .put("quotaId", quota)
                .put("quotaValue", Integer.toString(limit))
                .putObject("quotaDimensions")
                .put("location", "global")
                .put("model", model);
        String wait = seconds.stripTrailingZeros().toPlainString() + "s";
        return new Problem(
                429,
                "RESOURCE_EXHAUSTED",
                "You exceeded your current quota, please check your plan and billing details. For more information on"
                        + " this error, head to: https://ai.google.dev/gemini-api/docs/rate-limits.\n"
                        + "* Quota exceeded for metric: " + metric + ", limit: " + limit + ", model: " + model
                        + "\nPlease retry in " + wait + ".",
                List.of(failure, detail("RetryInfo").put("retryDelay", wait)));
    }

    private static ObjectNode detail(String type) {
        return Json.object().put("@type", TYPES + type);
    }

    private static ObjectNode reason(String reason) {
        ObjectNode info = detail("ErrorInfo").put("reason", reason).put("domain", "googleapis.com");
        info.putObject("metadata").put("service", "generativelanguage.googleapis.com");
        return info;
    }

    /** Names each field with what is wrong with it. */
    Problem withViolations(List<String> fields, List<String> descriptions) {
        ObjectNode bad = detail("BadRequest");
        ArrayNode violations = bad.putArray("fieldViolations");
        for (int i = 0; i < fields.size(); i++) {
            violations.addObject().put("field", fields.get(i)).put("description", descriptions.get(i));
        }
        return new Problem(code, status, message, List.of(bad));
    }

    ObjectNode json() {
        ObjectNode whole = Json.object();
        ObjectNode error = whole.putObject("error");
        error.put("code", code).put("message", message).put("status", status);
        if (!details.isEmpty()) {
            ArrayNode all = error.putArray("details");
            details.forEach(all::add);
        }
        return whole;
    }
}
