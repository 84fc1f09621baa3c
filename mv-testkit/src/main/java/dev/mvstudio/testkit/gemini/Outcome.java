package dev.mvstudio.testkit.gemini;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** How a clip ends when nobody stops it. */
public sealed interface Outcome {
    /** With a file, or with the bytes in the answer itself. */
    record Success(boolean inline) implements Outcome {}

    /**
     * Held back for what it shows or sounds like: neither an error nor a clip.
     *
     * @param vertex as Vertex AI tells it, which was seen here as well; interactions know no such form
     */
    record Filtered(String reason, boolean vertex) implements Outcome {}

    /**
     * With an error.
     *
     * @param code of gRPC, and not of HTTP: 3 invalid argument, 8 resource exhausted, 13 internal, 14 unavailable
     */
    record Failed(int code, String message) implements Outcome {}

    /**
     * An interaction ends with this status, and nothing to show: {@code incomplete}, {@code budget_exceeded}, or one that
     * nobody knows. An operation is done, with neither response nor error.
     */
    record Ended(String status) implements Outcome {}

    /** Done, and this is the {@code response} of an operation, or the only step of an interaction. */
    record Odd(ObjectNode response) implements Outcome {}

    static Outcome success() {
        return new Success(false);
    }

    /** The bytes come with the answer, in Base64. */
    static Outcome inline() {
        return new Success(true);
    }

    static Outcome filtered() {
        return new Filtered(
                "Sorry, we can't create videos with real people's names or likenesses. Please remove the"
                        + " celebrity reference and try again.",
                false);
    }

    /** Chance more than choice: the same may pass when tried again, and is not charged. */
    static Outcome audioFiltered() {
        return new Filtered(
                "We encountered an issue with the audio for your prompt, so we could not create your video. This is"
                        + " not charged. Please try again.",
                false);
    }

    static Outcome filteredAsVertex() {
        return new Filtered(
                "Veo could not generate videos because the input violates usage guidelines. Support codes: 42237218",
                true);
    }

    static Outcome failed(int code, String message) {
        return new Failed(code, message);
    }

    /** The service's own trouble. */
    static Outcome internal() {
        return failed(13, "Internal error. Please try again later.");
    }

    static Outcome exhausted() {
        return failed(8, "Resource has been exhausted (e.g. check quota).");
    }

    static Outcome invalid() {
        return failed(3, "The prompt could not be submitted. It contains words that violate the usage guidelines.");
    }

    static Outcome ended(String status) {
        return new Ended(status);
    }

    static Outcome odd(ObjectNode response) {
        return new Odd(response);
    }
}
