package dev.mvstudio.web;

import dev.mvstudio.application.MusicVideoStudio;
import dev.mvstudio.application.StudioConfiguration;

/** What this server serves. A type of its own, so that beans of other modules on the class path cannot be mistaken for it. */
public record ServedStudio(MusicVideoStudio studio, StudioConfiguration configuration) {}
