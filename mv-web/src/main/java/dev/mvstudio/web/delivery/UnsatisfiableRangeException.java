package dev.mvstudio.web.delivery;

/** Not one byte of the wanted range is in the file. */
public final class UnsatisfiableRangeException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final long size;

    UnsatisfiableRangeException(long size) {
        super("The file has " + size + " bytes");
        this.size = size;
    }

    /** Of the file, in bytes. */
    public long size() {
        return size;
    }
}
