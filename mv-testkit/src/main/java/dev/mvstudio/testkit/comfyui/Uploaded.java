package dev.mvstudio.testkit.comfyui;

import java.time.Instant;

/**
 * A file that was handed in.
 *
 * @param at when
 * @param asked the name that was asked for
 * @param name the name that it got
 * @param subfolder empty for none
 * @param type input, temp or output
 * @param size in bytes
 */
public record Uploaded(Instant at, String asked, String name, String subfolder, String type, long size) {}
