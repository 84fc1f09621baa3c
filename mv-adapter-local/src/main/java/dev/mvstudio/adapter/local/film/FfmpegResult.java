package dev.mvstudio.adapter.local.film;

import java.util.List;

/**
 * What a run of FFmpeg said.
 *
 * @param exitCode 0 for success
 * @param log the last lines of its log, oldest first; may hold paths
 */
public record FfmpegResult(int exitCode, List<String> log) {
    public FfmpegResult {
        log = List.copyOf(log);
    }
}
