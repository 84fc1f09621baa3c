package dev.mvstudio.wire;

/** What a request is for. */
public enum Method {
    GET,
    POST,
    DELETE
}
