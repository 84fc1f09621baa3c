package dev.mvstudio.testkit.comfyui;

/** The versions whose behaviour was recorded. */
public enum Version {
    /** Of the autumn of 2025: any text is a prompt's id, and there are no jobs. */
    V0_3_64("0.3.64"),
    /** Ids are UUIDs, there are jobs, and queue items say when they were made. */
    V0_33_0("0.33.0");

    private final String number;

    Version(String number) {
        this.number = number;
    }

    /** As {@code /system_stats} tells it. */
    public String number() {
        return number;
    }

    boolean isNew() {
        return this == V0_33_0;
    }
}
