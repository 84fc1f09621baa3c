package dev.mvstudio.web;

import java.time.Duration;

/**
 * How patient this server is.
 *
 * @param heartbeat how long an event stream may be silent
 * @param look how soon somebody who waits notices that the caller went away or that the server is being stopped
 * @param outage how long somebody who waits for a job puts up with a database that cannot be reached
 */
public record WebTiming(Duration heartbeat, Duration look, Duration outage) {
    public static final WebTiming USUAL =
            new WebTiming(Duration.ofSeconds(15), Duration.ofSeconds(1), Duration.ofSeconds(30));
}
