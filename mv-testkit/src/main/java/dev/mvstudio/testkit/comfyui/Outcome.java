package dev.mvstudio.testkit.comfyui;

/** How a prompt turns out that was accepted; what comes out of the cache succeeds all the same. */
public sealed interface Outcome {
    /** As it should. */
    record Success() implements Outcome {}

    /** A node throws: the first sampler, or else the last node. */
    record Failure(String exceptionType, String message) implements Outcome {}

    /** It stays in its first node until it is interrupted. */
    record Stuck() implements Outcome {}

    /** It succeeds, and no file is named. */
    record Nothing() implements Outcome {}

    /** It succeeds, and the files hold no picture. */
    record Broken() implements Outcome {}

    /** It succeeds, and the files that are named are not there. */
    record Missing() implements Outcome {}

    static Outcome success() {
        return new Success();
    }

    static Outcome error(String message) {
        return new Failure("RuntimeError", message);
    }

    /** The graphics card is full. */
    static Outcome outOfMemory() {
        return new Failure("torch.OutOfMemoryError", """
                Allocation on device\s
                This error means you ran out of memory on your GPU.

                TIPS: If the workflow worked before you might have accidentally set the batch_size to a large number.""");
    }

    static Outcome stuck() {
        return new Stuck();
    }

    static Outcome nothing() {
        return new Nothing();
    }

    static Outcome broken() {
        return new Broken();
    }

    static Outcome missing() {
        return new Missing();
    }
}
