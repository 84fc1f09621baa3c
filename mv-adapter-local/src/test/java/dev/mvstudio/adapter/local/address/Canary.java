package dev.mvstudio.adapter.local.address;

import java.io.Closeable;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;

/** A server inside that nobody should ever connect to; on all addresses of this machine. */
public final class Canary implements Closeable {
    private final ServerSocket server;

    public Canary() throws IOException {
        server = new ServerSocket(0, 50, InetAddress.getByName("0.0.0.0"));
        server.setSoTimeout(1);
    }

    public int port() {
        return server.getLocalPort();
    }

    /** Those that wait in the queue. */
    public int connections() throws IOException {
        int connections = 0;
        while (true) {
            try {
                server.accept().close();
                connections++;
            } catch (SocketTimeoutException none) {
                return connections;
            }
        }
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
