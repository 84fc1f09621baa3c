package dev.mvstudio.testkit.replicate;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;

/** How a prediction ends when nobody stops it. */
public sealed interface Outcome {
    /** With the files that the model makes. */
    record Success() implements Outcome {}

    /** With this {@code error}. */
    record Failure(String error) implements Outcome {}

    /** Succeeded, and {@code output} is this. */
    record Odd(JsonNode output) implements Outcome {}

    static Outcome success() {
        return new Success();
    }

    static Outcome failure(String error) {
        return new Failure(error);
    }

    /** Refused for what it shows, or is asked to show. */
    static Outcome flagged() {
        return failure("The input or output was flagged as sensitive. Please try again with different inputs. (E005)");
    }

    /** The same as it is often told: behind what it went through, and before a mark. */
    static Outcome flaggedInManyWords() {
        return failure("Prediction failed: Async prediction failed: ModelError: The input or output was flagged as"
                + " sensitive. Please try again with different inputs. (E005) (uIJ6l3ruRD)");
    }

    /** The same as older models tell it. */
    static Outcome nsfw() {
        return failure("NSFW content detected. Try running it again, or try a different prompt.");
    }

    /** Not the caller's fault, and gone when tried again. */
    static Outcome interrupted() {
        return failure("Prediction interrupted; please retry (code: PA)");
    }

    /** The platform's own trouble. */
    static Outcome neverStarted() {
        return failure("Director: unexpected error handling prediction (E6716)");
    }

    static Outcome outOfMemory() {
        return failure("The model ran out of memory. (E1001)");
    }

    /** Succeeded without anything to show. */
    static Outcome empty() {
        return new Odd(NullNode.getInstance());
    }

    /** Succeeded with an output that the model never gives. */
    static Outcome odd(JsonNode output) {
        return new Odd(output);
    }
}
