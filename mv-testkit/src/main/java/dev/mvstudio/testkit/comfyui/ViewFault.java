package dev.mvstudio.testkit.comfyui;

/** What goes wrong with the download of a file that is there. */
public enum ViewFault {
    /** The connection ends before {@code Content-Length} bytes have come. */
    CUT,
    /** The connection ends before the last chunk has come; there is no {@code Content-Length}. */
    CHUNKED_CUT,
    /** A page, with status 200 and the media type of the file. */
    HTML,
    /** Nothing, with status 200. */
    EMPTY,
    /** All bytes, a few at a time: some 5 seconds for whatever size. */
    SLOW,
    /** The file is said not to be there. */
    NOT_FOUND
}
