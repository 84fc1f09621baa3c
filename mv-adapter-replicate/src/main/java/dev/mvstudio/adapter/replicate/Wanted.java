package dev.mvstudio.adapter.replicate;

import com.fasterxml.jackson.databind.JsonNode;
import dev.mvstudio.domain.provider.SubmissionKey;
import java.util.Comparator;
import java.util.Iterator;
import java.util.Set;

/**
 * A generation that may have been started, and how it would be recognised.
 *
 * @param input what it would be given; in place of pictures, any address
 * @param pictures the inputs that are pictures
 */
record Wanted(SubmissionKey key, ModelName model, JsonNode input, Set<String> pictures) {
    private static final Comparator<JsonNode> VALUES = (a, b) -> {
        if (a.isNumber() && b.isNumber()) {
            return a.decimalValue().compareTo(b.decimalValue());
        }
        return a.equals(b) ? 0 : 1;
    };

    /** How much a prediction is like it. */
    enum Likeness {
        /** It has the key. */
        IT,
        /** It has no key, but is of the same model and input. */
        ALIKE,
        /** It could be: of the same model, its input was removed. */
        UNKNOWN,
        OTHER
    }

    Likeness of(Prediction prediction) {
        if (prediction.webhook() != null) {
            return NoticeAddress.has(prediction.webhook(), key.value()) ? Likeness.IT : Likeness.OTHER;
        }
        if (!model.made(prediction)) {
            return Likeness.OTHER;
        }
        if (prediction.dataRemoved()) {
            return Likeness.UNKNOWN;
        }
        return isGiven(prediction.input()) ? Likeness.ALIKE : Likeness.OTHER;
    }

    private boolean isGiven(JsonNode other) {
        if (input.size() != other.size()) {
            return false;
        }
        for (Iterator<String> names = input.fieldNames(); names.hasNext(); ) {
            String name = names.next();
            if (!isSame(name, input.path(name), other.path(name))) {
                return false;
            }
        }
        return true;
    }

    /** A picture that was handed in as a file has a new address every time; that there is one must do. */
    private boolean isSame(String name, JsonNode ours, JsonNode theirs) {
        if (!pictures.contains(name)) {
            return ours.equals(VALUES, theirs);
        }
        if (!ours.isArray()) {
            return isAddress(theirs);
        }
        boolean addresses = theirs.size() == ours.size();
        for (JsonNode picture : theirs) {
            addresses &= isAddress(picture);
        }
        return addresses;
    }

    private static boolean isAddress(JsonNode node) {
        return node.isTextual() && node.textValue().matches("(?s)(?:data|https?):.*");
    }
}
