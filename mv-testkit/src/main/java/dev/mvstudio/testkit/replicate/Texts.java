package dev.mvstudio.testkit.replicate;

/** What the API says, to the letter where it was seen. */
final class Texts {
    static final String UNAUTHENTICATED =
            "{\"title\":\"Unauthenticated\",\"detail\":\"You did not pass a valid authentication token\",\"status\":401}";

    static final String INSUFFICIENT_CREDIT =
            "{\"title\":\"Insufficient credit\",\"detail\":\"You have insufficient credit"
                    + " to run this model. Go to https://replicate.com/account/billing#billing to purchase credit. Once you"
                    + " purchase credit, please wait a few minutes before trying again.\",\"status\":402}";

    static final String FORBIDDEN =
            "{\"title\":\"Forbidden\",\"detail\":\"You do not have permission to perform this action.\",\"status\":403}";

    static final String NOT_FOUND = "{\"detail\":\"The requested resource could not be found.\",\"status\":404}";

    static final String FILE_NOT_FOUND = "{\"detail\":\"File not found\"}";

    static final String FILE_TOO_LARGE = "{\"detail\":\"Files must be less than 100MB in size\"}";

    static final String NO_SUCH_VERSION = "{\"title\":\"Invalid version or not permitted\",\"detail\":\"The specified"
            + " version does not exist (or perhaps you don't have permission to use it?)\",\"status\":422}";

    static final String INVALID_DURATION =
            "{\"detail\":\"- input.duration: duration must be one of the following: 4, 6,"
                    + " 8\\n\",\"status\":422,\"title\":\"Input validation failed\",\"invalid_fields\":[{\"type\":\"enum\","
                    + "\"field\":\"input.duration\",\"description\":\"duration must be one of the following: 4, 6, 8\"}]}";

    private Texts() {}

    static String throttled(int perMinute, long seconds) {
        return throttled("Your rate limit for creating predictions is " + perMinute + " requests per minute.", seconds);
    }

    static String throttledAsking(int perMinute, long seconds) {
        return throttled("Your rate limit is " + perMinute + " requests per minute.", seconds);
    }

    private static String throttled(String why, long seconds) {
        return "{\"detail\":\"Request was throttled. %s Your rate limit resets in ~%ds.\",\"status\":429,\"retry_after\":%d}"
                .formatted(why, seconds, seconds);
    }

    static String throttledForLittleCredit(int perMinute, int burst, long seconds) {
        return throttled(
                "Your rate limit for creating predictions is reduced to " + perMinute + " requests per minute with a"
                        + " burst of " + burst + " requests while you have less than $5.0 in credit.",
                seconds);
    }

    static String throttledInWords(long seconds) {
        return "{\"detail\":\"Request was throttled. Expected available in %d second%s.\"}"
                .formatted(seconds, seconds == 1 ? "" : "s");
    }
}
