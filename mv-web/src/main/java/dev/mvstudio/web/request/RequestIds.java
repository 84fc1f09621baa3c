package dev.mvstudio.web.request;

import io.micronaut.http.HttpRequest;
import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPromise;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpStatusClass;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Names every exchange of a connection, before anything can refuse the request and after everything has made the
 * response: the caller's {@code X-Request-Id} where it is usable, else a new one.
 */
@SuppressWarnings("FutureReturnValueIgnored") // the promise is passed on
public final class RequestIds extends ChannelDuplexHandler {
    public static final String HEADER = "X-Request-Id";
    private static final Pattern USABLE = Pattern.compile("[\\x21-\\x7e]{1,128}");

    /** Of the requests without a response yet, in their order, which is that of the responses. */
    private final Queue<String> waiting = new ArrayDeque<>();

    /** The id of a request, as this handler set it. */
    public static String of(HttpRequest<?> request) {
        String id = request.getHeaders().get(HEADER);
        return id == null ? UUID.randomUUID().toString() : id;
    }

    @Override
    public void channelRead(ChannelHandlerContext ctx, Object message) {
        if (message instanceof io.netty.handler.codec.http.HttpRequest request) {
            String id = choose(request.headers().get(HEADER));
            request.headers().set(HEADER, id);
            waiting.add(id);
        }
        ctx.fireChannelRead(message);
    }

    private static String choose(@Nullable String callers) {
        return callers != null && USABLE.matcher(callers).matches()
                ? callers
                : UUID.randomUUID().toString();
    }

    @Override
    public void write(ChannelHandlerContext ctx, Object message, ChannelPromise promise) {
        if (message instanceof HttpResponse response
                && response.status().codeClass() != HttpStatusClass.INFORMATIONAL) {
            String id = waiting.poll();
            response.headers().set(HEADER, id == null ? UUID.randomUUID().toString() : id);
        }
        ctx.write(message, promise);
    }
}
