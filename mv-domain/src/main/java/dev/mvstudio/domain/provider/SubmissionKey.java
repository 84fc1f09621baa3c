package dev.mvstudio.domain.provider;

/** Names one intent to generate. The same key never starts two generations. 1–64 letters, digits and hyphens. */
public record SubmissionKey(String value) {
    public SubmissionKey {
        if (!value.matches("[A-Za-z0-9-]{1,64}")) {
            throw new IllegalArgumentException("a submission key is 1 to 64 letters, digits and hyphens: " + value);
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
