package dev.mvstudio.testkit.comfyui;

import java.util.List;

/** What is asked of {@link FakeComfyUi}; each also under {@code /api}. */
public enum Call {
    /** {@code POST /prompt}: a graph is handed in. */
    PROMPT,
    /** {@code GET /prompt}: how many are left. */
    REMAINING,
    /** {@code GET /queue}. */
    QUEUE,
    /** {@code POST /queue}: what waits is taken out. */
    DEQUEUE,
    /** {@code GET /history} and {@code /history/{id}}. */
    HISTORY,
    /** {@code POST /history}: what is over is forgotten. */
    FORGET,
    /** {@code GET /view}: the bytes of a file. */
    VIEW,
    /** {@code POST /upload/image}. */
    UPLOAD,
    /** {@code POST /interrupt}. */
    INTERRUPT,
    /** {@code POST /free}. */
    FREE,
    /** {@code GET /api/jobs} and {@code /api/jobs/{id}}. */
    JOBS,
    /** {@code POST /api/jobs/{id}/cancel} and {@code /api/jobs/cancel}. */
    CANCEL,
    /** {@code GET /system_stats}. */
    STATS,
    /** {@code GET /object_info} and {@code /object_info/{class}}. */
    OBJECT_INFO,
    /** {@code GET /models} and {@code /models/{folder}}. */
    MODELS,
    /** {@code GET /features}, {@code /embeddings}, {@code /extensions}. */
    ABOUT,
    /** {@code GET /ws}: a WebSocket is opened. */
    EVENTS,
    /** A path that there is not. */
    OTHER;

    /** What a call is; its path is without {@code api}. */
    static Call of(String method, List<String> path) {
        String first = path.isEmpty() ? "" : path.get(0);
        return switch ((method.equals("HEAD") ? "GET" : method) + " " + first + " " + path.size()) {
            case "POST prompt 1" -> PROMPT;
            case "GET prompt 1" -> REMAINING;
            case "GET queue 1" -> QUEUE;
            case "POST queue 1" -> DEQUEUE;
            case "GET history 1", "GET history 2" -> HISTORY;
            case "POST history 1" -> FORGET;
            case "GET view 1" -> VIEW;
            case "POST upload 2" -> path.get(1).equals("image") ? UPLOAD : OTHER;
            case "POST interrupt 1" -> INTERRUPT;
            case "POST free 1" -> FREE;
            case "GET jobs 1", "GET jobs 2" -> JOBS;
            case "POST jobs 2", "POST jobs 3" -> path.getLast().equals("cancel") ? CANCEL : OTHER;
            case "GET system_stats 1" -> STATS;
            case "GET object_info 1", "GET object_info 2" -> OBJECT_INFO;
            case "GET models 1", "GET models 2" -> MODELS;
            case "GET features 1", "GET embeddings 1", "GET extensions 1" -> ABOUT;
            case "GET ws 1" -> EVENTS;
            default -> OTHER;
        };
    }
}
