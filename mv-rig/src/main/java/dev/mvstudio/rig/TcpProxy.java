package dev.mvstudio.rig;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Stands before a port of this machine, and can be gone for a while. */
public final class TcpProxy implements AutoCloseable {
    private final int target;
    private final int port;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private volatile @Nullable ServerSocket door;

    private TcpProxy(int target, ServerSocket door) {
        this.target = target;
        this.port = door.getLocalPort();
        this.door = door;
        accept(door);
    }

    public static TcpProxy before(int target) throws IOException {
        return new TcpProxy(target, listen(0));
    }

    private static ServerSocket listen(int port) throws IOException {
        ServerSocket door = new ServerSocket();
        door.setReuseAddress(true);
        door.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 256);
        return door;
    }

    public int port() {
        return port;
    }

    /** Breaks all connections, and takes no new ones. */
    public void gone() throws IOException {
        ServerSocket last = door;
        if (last != null) {
            last.close();
        }
        for (Socket socket : open) {
            socket.close();
        }
    }

    /** Takes connections again. */
    public void back() throws IOException {
        ServerSocket next = listen(port);
        door = next;
        accept(next);
    }

    private void accept(ServerSocket at) {
        Thread.ofVirtual().start(() -> {
            while (!at.isClosed()) {
                try {
                    join(at.accept());
                } catch (IOException e) {
                    if (!at.isClosed()) {
                        throw new UncheckedIOException(e);
                    }
                }
            }
        });
    }

    private void join(Socket caller) throws IOException {
        Socket called;
        try {
            called = new Socket(InetAddress.getLoopbackAddress(), target);
        } catch (IOException e) {
            caller.close();
            return;
        }
        open.add(caller);
        open.add(called);
        pump(caller, called);
        pump(called, caller);
        ServerSocket now = door;
        if (now == null || now.isClosed()) {
            gone();
        }
    }

    private void pump(Socket from, Socket to) {
        Thread.ofVirtual().start(() -> {
            try (from;
                    to) {
                from.getInputStream().transferTo(to.getOutputStream());
            } catch (IOException e) {
                // One side left: the other one is told by the closing of its socket.
                return;
            } finally {
                open.remove(from);
                open.remove(to);
            }
        });
    }

    @Override
    public void close() throws IOException {
        gone();
    }
}
