package dev.mvstudio.adapter.replicate;

import com.fasterxml.jackson.databind.ObjectMapper;

/** Reads and writes JSON. */
final class Json {
    /** Made when it is first used, which is not when the server starts. */
    static final ObjectMapper MAPPER = new ObjectMapper();

    private Json() {}
}
