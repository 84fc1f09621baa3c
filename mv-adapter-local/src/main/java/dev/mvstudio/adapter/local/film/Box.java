package dev.mvstudio.adapter.local.film;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A box of an MP4 file.
 *
 * @param type its four characters
 * @param from where its content begins
 * @param to where it ends
 */
record Box(String type, long from, long to) {
    private static final int MOST = 10_000;

    /**
     * The boxes between two places.
     *
     * @throws IOException when one is cut off or makes no sense
     */
    static List<Box> between(FileBytes file, long from, long to) throws IOException {
        List<Box> boxes = new ArrayList<>();
        long at = from;
        while (at + 8 <= to) {
            long size = file.u32(at);
            String type = file.fourcc(at + 4);
            long content = at + 8;
            if (size == 1) {
                size = file.u64(at + 8);
                content = at + 16;
            } else if (size == 0) {
                size = to - at;
            }
            if (size < content - at || boxes.size() == MOST) {
                throw new IOException("it is damaged at byte " + at);
            }
            if (size > to - at) {
                throw new IOException("it is cut off: its " + printable(type) + " part needs " + size + " bytes and "
                        + (to - at) + " are there");
            }
            boxes.add(new Box(type, content, at + size));
            at += size;
        }
        return boxes;
    }

    private static String printable(String type) {
        return type.replaceAll("[^A-Za-z0-9]", "?");
    }

    List<Box> children(FileBytes file) throws IOException {
        return between(file, from, to);
    }

    /** The first box along a path of types. */
    Optional<Box> find(FileBytes file, String... path) throws IOException {
        Box at = this;
        for (String type : path) {
            Optional<Box> next =
                    at.children(file).stream().filter(b -> b.type.equals(type)).findFirst();
            if (next.isEmpty()) {
                return Optional.empty();
            }
            at = next.get();
        }
        return Optional.of(at);
    }

    Box need(FileBytes file, String... path) throws IOException {
        return find(file, path)
                .orElseThrow(
                        () -> new IOException("it is damaged: its " + String.join("/", path) + " part is missing"));
    }

    long length() {
        return to - from;
    }
}
