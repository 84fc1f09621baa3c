package dev.mvstudio.application.asset;

/**
 * How large given files may be, in bytes.
 *
 * @param image a picture
 * @param soundtrack a sound file
 * @param video a clip that a backend made
 */
public record AssetLimits(long image, long soundtrack, long video) {}
