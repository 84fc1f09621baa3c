package dev.mvstudio.testkit.gemini;

import java.util.List;

/** What is asked of {@link FakeGemini}. */
public enum Call {
    /** {@code generateContent}: text or pictures, at once. */
    CONTENT,
    /** {@code predict}: pictures of an Imagen model, at once. */
    PREDICT,
    /** {@code predictLongRunning}: a clip of a Veo model is ordered. */
    GENERATE_VIDEO,
    /** How it stands with a clip that was ordered so. */
    OPERATION,
    /** A clip is ordered as an interaction. */
    INTERACT,
    /** How it stands with an interaction. */
    INTERACTION,
    CANCEL_INTERACTION,
    DELETE_INTERACTION,
    /** A file is described. */
    FILE,
    /** A file is downloaded, from the API's origin, which may send the caller on. */
    DOWNLOAD,
    /** A file is downloaded from the other origin. */
    STORED,
    /** Models are listed, or one is described. */
    MODELS,
    /** A path that there is not. */
    OTHER;

    /** What a call to the API is; the path begins with the version. */
    static Call of(String method, List<String> path) {
        String what = path.size() < 2 ? "" : path.get(1);
        String name = path.size() < 3 ? "" : path.get(2);
        return switch (method + " " + what + " " + path.size()) {
            case "POST models 3" ->
                switch (name.substring(name.indexOf(':') + 1)) {
                    case "generateContent" -> CONTENT;
                    case "predict" -> PREDICT;
                    case "predictLongRunning" -> GENERATE_VIDEO;
                    default -> OTHER;
                };
            case "GET models 5" -> path.get(3).equals("operations") ? OPERATION : OTHER;
            case "GET models 2", "GET models 3" -> MODELS;
            case "GET files 3" -> name.endsWith(":download") ? DOWNLOAD : FILE;
            case "POST interactions 2" -> INTERACT;
            case "GET interactions 3" -> INTERACTION;
            case "DELETE interactions 3" -> DELETE_INTERACTION;
            case "POST interactions 4" -> path.get(3).equals("cancel") ? CANCEL_INTERACTION : OTHER;
            default -> OTHER;
        };
    }

    /** Whether it costs money. */
    public boolean isOrder() {
        return this == CONTENT || this == PREDICT || this == GENERATE_VIDEO || this == INTERACT;
    }
}
