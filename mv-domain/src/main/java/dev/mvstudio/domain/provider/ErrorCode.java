package dev.mvstudio.domain.provider;

/** Why a generation failed: a closed list that callers can switch over. Only this type knows what may be tried again. */
public enum ErrorCode {
    /** The provider refused the prompt or the result. Trying again without a change is pointless. */
    CONTENT_POLICY_VIOLATION(false),
    /** The provider asked us to slow down, and our patience ran out. */
    RATE_LIMIT_EXCEEDED(true),
    /** The provider did not accept our credentials. */
    AUTHENTICATION_ERROR(false),
    /** The account at the provider has no credit left. */
    INSUFFICIENT_CREDIT(false),
    /** The provider refused the request itself: a parameter, a missing model. */
    INVALID_PROVIDER_REQUEST(false),
    /** The provider could not be reached, or failed on its side. */
    PROVIDER_UNAVAILABLE(true),
    /** The provider answered with something that is not what was asked for. */
    INVALID_PROVIDER_RESPONSE(true),
    /** The result was made, but the provider no longer has it. */
    OUTPUT_EXPIRED(false),
    /** Somebody canceled the generation. */
    CANCELED(false),
    /** The generation may or may not have been accepted, and the provider cannot tell. A person decides. */
    OUTCOME_UNKNOWN(false),
    /** It was not finished in the configured time. */
    TIMEOUT(true),
    /** None of the above. */
    UNKNOWN_ERROR(false);

    private final boolean retryable;

    ErrorCode(boolean retryable) {
        this.retryable = retryable;
    }

    /** Whether the same request may succeed when it is sent again later. */
    public boolean retryable() {
        return retryable;
    }
}
