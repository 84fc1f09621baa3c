package dev.mvstudio.adapter.comfyui;

import dev.mvstudio.domain.provider.SubmissionKey;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What is needed to find a prompt again, after a restart and with another configuration as well. Written
 * {@code 0d9b…/9/png@127.0.0.1:8188}.
 *
 * @param prompt its id there
 * @param node the one that saves what is made
 * @param format {@code png}, {@code jpeg} or {@code webp} for pictures, {@code mp4} for a clip
 * @param server who has it
 */
record TicketId(String prompt, String node, String format, String server) {
    private static final String ID = "[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}";
    private static final Pattern FORM = Pattern.compile("(" + ID + ")/([^/@]+)/(png|jpeg|webp|mp4)@(\\S+)");

    /** The id of the prompt for a key. Newer versions want it to be a UUID in lower case. */
    static String prompt(SubmissionKey key) {
        return UUID.nameUUIDFromBytes(("mv-studio:" + key.value()).getBytes(StandardCharsets.UTF_8))
                .toString();
    }

    /** Empty when it is none of ours. */
    static Optional<TicketId> parse(String text) {
        Matcher form = FORM.matcher(text);
        return form.matches()
                ? Optional.of(new TicketId(form.group(1), form.group(2), form.group(3), form.group(4)))
                : Optional.empty();
    }

    @Override
    public String toString() {
        return prompt + "/" + node + "/" + format + "@" + server;
    }
}
