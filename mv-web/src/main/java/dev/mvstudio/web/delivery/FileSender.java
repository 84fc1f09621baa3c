package dev.mvstudio.web.delivery;

import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelOutboundHandlerAdapter;
import io.netty.channel.ChannelPromise;
import io.netty.channel.FileRegion;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.DefaultHttpResponse;
import io.netty.handler.codec.http.EmptyHttpHeaders;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.util.ReferenceCountUtil;
import java.io.IOException;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Replaces a response that names a {@link FileSlice} by that slice, which the kernel copies from file to socket. To a
 * stream whose length is known it says the length, which the framework does not.
 */
@SuppressWarnings("FutureReturnValueIgnored") // the promise of the last write tells
final class FileSender extends ChannelOutboundHandlerAdapter {
    /** How many bytes a stream will have. Never leaves the server. */
    static final String LENGTH = "mvstudio-stream-length";

    private static final Logger LOG = LoggerFactory.getLogger(FileSender.class);

    @Override
    public void write(ChannelHandlerContext ctx, Object message, ChannelPromise promise) {
        if (message instanceof HttpResponse response) {
            String slice = response.headers().get(FileSlice.HEADER);
            if (slice != null) {
                response.headers().remove(FileSlice.HEADER);
                ReferenceCountUtil.release(message);
                send(ctx, response, FileSlice.parse(slice), promise);
                return;
            }
            sayLength(response.headers());
        }
        ctx.write(message, promise);
    }

    private static void sayLength(HttpHeaders headers) {
        String length = headers.get(LENGTH);
        if (length != null) {
            headers.remove(LENGTH).remove(HttpHeaderNames.TRANSFER_ENCODING);
            headers.set(HttpHeaderNames.CONTENT_LENGTH, length);
        }
    }

    private static void send(
            ChannelHandlerContext ctx, HttpResponse response, FileSlice slice, ChannelPromise promise) {
        List<FileRegion> regions;
        try {
            regions = SharedFile.regions(slice);
        } catch (IOException e) {
            LOG.warn("A stored file cannot be opened: {}", e.toString());
            ctx.write(unreadable(response), promise);
            return;
        }
        HttpResponse head = new DefaultHttpResponse(response.protocolVersion(), response.status(), response.headers());
        head.headers().set(HttpHeaderNames.CONTENT_LENGTH, slice.length());
        ctx.write(head, ctx.newPromise());
        regions.forEach(region -> ctx.write(region, ctx.newPromise()));
        ctx.write(LastHttpContent.EMPTY_LAST_CONTENT, promise);
    }

    /** The file went away between the look-up and the answer. */
    private static HttpResponse unreadable(HttpResponse response) {
        var gone = new DefaultFullHttpResponse(
                response.protocolVersion(),
                HttpResponseStatus.NOT_FOUND,
                Unpooled.EMPTY_BUFFER,
                response.headers(),
                EmptyHttpHeaders.INSTANCE);
        List.of(
                        HttpHeaderNames.CONTENT_TYPE,
                        HttpHeaderNames.CONTENT_RANGE,
                        HttpHeaderNames.ETAG,
                        HttpHeaderNames.CONTENT_DISPOSITION)
                .forEach(gone.headers()::remove);
        gone.headers().set(HttpHeaderNames.CONTENT_LENGTH, 0);
        return gone;
    }
}
