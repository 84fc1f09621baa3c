package dev.mvstudio.domain.scene;

/**
 * One scene of a video, understandable without the others.
 *
 * @param description what the clip shows
 * @param negativeDescription what the clip must not show; may be empty
 */
public record Scene(String description, String negativeDescription) {}
