package dev.mvstudio.testkit.replicate;

import java.util.List;

/** What is asked of {@link FakeReplicate}. */
public enum Call {
    /** A prediction is ordered, in whichever of the three ways. */
    CREATE,
    /** One prediction is asked for. */
    GET,
    /** Predictions are listed. */
    LIST,
    CANCEL,
    /** A file is handed in. */
    UPLOAD,
    /** A file is described, listed or downloaded. */
    FILE,
    DELETE_FILE,
    ACCOUNT,
    MODEL,
    WEBHOOK_SECRET,
    /** An output is downloaded, from the other origin. */
    OUTPUT,
    /** A path that there is not. */
    OTHER;

    /** What a call to the API is; the path has no base. */
    static Call of(String method, List<String> path) {
        String first = path.isEmpty() ? "" : path.get(0);
        String last = path.isEmpty() ? "" : path.get(path.size() - 1);
        return switch (method + " " + first + " " + path.size()) {
            case "POST predictions 1" -> CREATE;
            case "POST models 4", "POST deployments 4" -> last.equals("predictions") ? CREATE : OTHER;
            case "GET predictions 1" -> LIST;
            case "GET predictions 2" -> GET;
            case "POST predictions 3" -> last.equals("cancel") ? CANCEL : OTHER;
            case "POST files 1" -> UPLOAD;
            case "GET files 1", "GET files 2" -> FILE;
            case "GET files 3" -> last.equals("download") ? FILE : OTHER;
            case "DELETE files 2" -> DELETE_FILE;
            case "GET account 1" -> ACCOUNT;
            case "GET models 3" -> MODEL;
            case "GET webhooks 3" -> WEBHOOK_SECRET;
            default -> OTHER;
        };
    }
}
