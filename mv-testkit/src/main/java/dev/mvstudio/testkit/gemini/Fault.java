package dev.mvstudio.testkit.gemini;

import dev.mvstudio.testkit.wire.Mishap;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Map;

/** What goes wrong with calls to the API; the texts are those that the real one was seen to give. */
public final class Fault {
    private static final String PER_MINUTE = "GenerateRequestsPerMinutePerProjectPerModel";
    private static final String PER_DAY = "GenerateRequestsPerDayPerProjectPerModel-FreeTier";

    private Fault() {}

    private static Mishap of(Problem problem) {
        return new Mishap.Reply(
                problem.code(),
                "application/json; charset=UTF-8",
                problem.json().toString(),
                Map.of());
    }

    /** The key is not one: status 400. */
    public static Mishap badKey() {
        return of(Problem.badKey());
    }

    public static Mishap unauthenticated() {
        return of(Problem.unauthenticated());
    }

    public static Mishap permissionDenied() {
        return of(Problem.leakedKey());
    }

    /** There is no account that pays, or not where the caller is: {@code FAILED_PRECONDITION}. */
    public static Mishap billing() {
        return of(Problem.billing());
    }

    /** What was paid in advance is used up. */
    public static Mishap spent() {
        return of(Problem.spent());
    }

    public static Mishap invalid(String message) {
        return of(Problem.invalid(message));
    }

    /** The model is withdrawn. */
    public static Mishap gone(String model) {
        return of(Problem.noSuchModel(model, "v1beta", "generateContent"));
    }

    /** The model is withdrawn, and another is named. */
    public static Mishap gone(String model, String successor) {
        return of(Problem.retired(model, successor));
    }

    /**
     * Too many calls in a minute; how long to wait stands in the body only.
     *
     * @param seconds as a decimal number: {@code 34.4}
     */
    public static Mishap throttled(String seconds) {
        return of(Problem.exhausted(PER_MINUTE, 10, "gemini-2.5-flash", new BigDecimal(seconds)));
    }

    /** Too many calls today. */
    public static Mishap usedUp() {
        return of(Problem.exhausted(PER_DAY, 250, "gemini-2.5-flash", new BigDecimal("43199.074824224")));
    }

    /** Too many calls, and not a word about how long to wait. */
    public static Mishap throttledWithoutInfo() {
        return of(Problem.of(429, "RESOURCE_EXHAUSTED", "Resource has been exhausted (e.g. check quota)."));
    }

    public static Mishap internal() {
        return of(Problem.internal());
    }

    /** The model has too much to do. */
    public static Mishap unavailable() {
        return of(Problem.unavailable());
    }

    /** The service took too long: status 504. */
    public static Mishap deadline() {
        return of(Problem.late());
    }

    /** A page of whatever stands before the API. */
    public static Mishap badGateway() {
        return new Mishap.Reply(
                502,
                "text/html; charset=UTF-8",
                "<!DOCTYPE html><html lang=en><title>Error 502 (Server Error)!!1</title><p><b>502.</b></html>",
                Map.of());
    }

    /** The connection ends before the call is looked at. */
    public static Mishap dropped() {
        return new Mishap.Dropped();
    }

    /** The call is carried out, and then the connection ends without an answer. */
    public static Mishap lost() {
        return new Mishap.Lost();
    }

    /** The call is carried out, and answered with half an object. */
    public static Mishap garbled() {
        return new Mishap.Garbled("{\"candidates\": [{");
    }

    /** The call is carried out, and answered with JSON that is none of the API's. */
    public static Mishap strange() {
        return new Mishap.Garbled("{\"candidates\": \"none\", \"name\": 7, \"done\": \"soon\", \"steps\": 1}");
    }

    /** The call is carried out this much later. */
    public static Mishap late(Duration by) {
        return new Mishap.Late(by);
    }

    /** The call is carried out at once, and answered this much later. */
    public static Mishap slow(Duration by) {
        return new Mishap.Slow(by);
    }

    /** Nothing is done and nothing is said. */
    public static Mishap silent() {
        return new Mishap.Silent();
    }
}
