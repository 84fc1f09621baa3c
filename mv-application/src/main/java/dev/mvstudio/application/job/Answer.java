package dev.mvstudio.application.job;

import dev.mvstudio.domain.asset.Asset;
import java.util.List;

/** What comes of a job that succeeds. */
public interface Answer {
    /** How it was made. */
    Outcome outcome();

    /** The stored files that it consists of. */
    List<Asset> assets();
}
