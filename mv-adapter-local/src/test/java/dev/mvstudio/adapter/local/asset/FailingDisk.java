package dev.mvstudio.adapter.local.asset;

import java.io.IOException;
import java.nio.file.Path;

/** A disk whose n-th step fails: once, as when it is full, or for good, as for a process that dies there. */
final class FailingDisk implements Disk {
    private final Disk real = new Disk.Real();
    private final boolean forGood;
    private int left;

    FailingDisk(int failAt, boolean forGood) {
        this.left = failAt;
        this.forGood = forGood;
    }

    /** Whether the failing step was reached. */
    boolean failed() {
        return left <= 0;
    }

    private void step() throws IOException {
        left--;
        if (left == 0 || (forGood && left < 0)) {
            throw new IOException("No space left on device");
        }
    }

    @Override
    public void createDirectories(Path folder) throws IOException {
        step();
        real.createDirectories(folder);
    }

    @Override
    public void touch(Path file) throws IOException {
        step();
        real.touch(file);
    }

    @Override
    public void write(Path file, byte[] bytes) throws IOException {
        step();
        real.write(file, bytes);
    }

    @Override
    public void force(Path fileOrFolder) throws IOException {
        step();
        real.force(fileOrFolder);
    }

    @Override
    public void move(Path from, Path to) throws IOException {
        step();
        real.move(from, to);
    }

    @Override
    public void delete(Path file) throws IOException {
        step();
        real.delete(file);
    }
}
