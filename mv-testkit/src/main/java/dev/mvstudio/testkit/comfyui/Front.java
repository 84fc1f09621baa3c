package dev.mvstudio.testkit.comfyui;

import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.channel.group.ChannelGroup;
import io.netty.channel.group.DefaultChannelGroup;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.handler.codec.http.FullHttpRequest;
import io.netty.handler.codec.http.HttpObjectAggregator;
import io.netty.handler.codec.http.HttpServerCodec;
import io.netty.util.concurrent.DefaultThreadFactory;
import io.netty.util.concurrent.GlobalEventExecutor;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** Listens on one port of the loopback address, for HTTP and for what begins as HTTP. */
@SuppressWarnings("FutureReturnValueIgnored") // who is gone need not be written to
final class Front implements AutoCloseable {
    private static final int MOST = 110 * 1024 * 1024;

    // Below those that systems give to callers: who keeps calling a port of theirs while nobody listens there gets it,
    // sooner
    // or later, as its own, and is connected to itself.
    private static final int LOWEST = 20_000;
    private static final int HIGHEST = 30_000;
    private static final int MOST_TRIES = 200;
    private static final Duration PAUSE = Duration.ofMillis(10);

    private final EventLoopGroup loops = new MultiThreadIoEventLoopGroup(
            2, new DefaultThreadFactory("fake-comfyui-front", true), NioIoHandler.newFactory());
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final ChannelGroup channels = new DefaultChannelGroup(GlobalEventExecutor.INSTANCE);
    private final Handler handler;

    /** Answers one call. */
    @FunctionalInterface
    interface Handler {
        void handle(Exchange exchange) throws IOException;
    }

    Front(Handler handler) {
        this.handler = handler;
    }

    /**
     * Listens.
     *
     * @param port 0 for any free one
     * @return the port
     * @throws UncheckedIOException when it is taken
     */
    int listen(int port) {
        for (int tries = 0; port == 0 && tries < MOST_TRIES; tries++) {
            int some = ThreadLocalRandom.current().nextInt(LOWEST, HIGHEST);
            if (bind(some).isSuccess()) {
                return some;
            }
        }
        ChannelFuture bound = bind(port);
        if (!bound.isSuccess()) {
            throw new UncheckedIOException(
                    new IOException("cannot listen at port " + port + " of the loopback address", bound.cause()));
        }
        return ((InetSocketAddress) bound.channel().localAddress()).getPort();
    }

    /**
     * Listens where it has listened before. It may have to wait a little: a selector closes its sockets when it comes to
     * it.
     *
     * @throws UncheckedIOException when somebody else has taken the port meanwhile
     */
    void listenAgain(int port) {
        for (int tries = 0; tries < MOST_TRIES; tries++) {
            if (bind(port).isSuccess()) {
                return;
            }
            LockSupport.parkNanos(PAUSE.toNanos());
        }
        listen(port);
    }

    private ChannelFuture bind(int port) {
        ChannelFuture bound = new ServerBootstrap()
                .group(loops)
                .channel(NioServerSocketChannel.class)
                .option(ChannelOption.SO_BACKLOG, 1024)
                .option(ChannelOption.SO_REUSEADDR, true)
                .childOption(ChannelOption.TCP_NODELAY, true)
                .childHandler(new ChannelInitializer<Channel>() {
                    @Override
                    protected void initChannel(Channel channel) {
                        channels.add(channel);
                        channel.pipeline()
                                .addLast(new HttpServerCodec(65_536, 65_536, 65_536))
                                .addLast(new HttpObjectAggregator(MOST))
                                .addLast(new Calls());
                    }
                })
                .bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port))
                .awaitUninterruptibly();
        if (bound.isSuccess()) {
            channels.add(bound.channel());
        }
        return bound;
    }

    private final class Calls extends SimpleChannelInboundHandler<FullHttpRequest> {
        @Override
        protected void channelRead0(ChannelHandlerContext context, FullHttpRequest request) {
            Exchange exchange = new Exchange(context.channel(), request);
            try {
                threads.execute(() -> answer(exchange));
            } catch (RejectedExecutionException closing) {
                context.close();
            }
        }

        @Override
        public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
            context.close();
        }
    }

    private void answer(Exchange exchange) {
        try {
            handler.handle(exchange);
        } catch (IOException | RuntimeException cut) {
            exchange.channel().close();
        }
    }

    /** Ends all connections and does not listen any more. */
    void hangUp() {
        channels.close().awaitUninterruptibly();
    }

    @Override
    public void close() {
        hangUp();
        threads.shutdownNow();
        loops.shutdownGracefully(0, 2, TimeUnit.SECONDS).awaitUninterruptibly();
    }
}
