package dev.mvstudio.testkit.comfyui;

/** What goes wrong with a message to one listener. */
public enum EventFault {
    /** It is never sent. */
    LOST,
    /** It is sent twice. */
    TWICE,
    /** Half of it is sent. */
    GARBLED,
    /** The connection ends in its stead. */
    DISCONNECTED
}
