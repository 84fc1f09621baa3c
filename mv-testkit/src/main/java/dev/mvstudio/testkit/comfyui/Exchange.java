package dev.mvstudio.testkit.comfyui;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpContext;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpPrincipal;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelFutureListener;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.DefaultHttpContent;
import io.netty.handler.codec.http.DefaultHttpResponse;
import io.netty.handler.codec.http.DefaultLastHttpContent;
import io.netty.handler.codec.http.FullHttpRequest;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpUtil;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.LastHttpContent;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/** A call over Netty, in the shape of the JDK's server, for which the rest of the kit is written. */
@SuppressWarnings("FutureReturnValueIgnored") // who is gone need not be written to
final class Exchange extends HttpExchange {
    private final Channel channel;
    private final FullHttpRequest request;
    private final byte[] body;
    private final Headers requestHeaders = new Headers();
    private final Headers responseHeaders = new Headers();
    private final boolean keepAlive;
    private int status = -1;
    private long left;
    private boolean ended;
    private boolean handedOver;

    /** A call whose body has come. */
    Exchange(Channel channel, FullHttpRequest request) {
        this.channel = channel;
        this.request = request.replace(Unpooled.EMPTY_BUFFER);
        body = new byte[request.content().readableBytes()];
        request.content().readBytes(body);
        request.headers().forEach(h -> requestHeaders.add(h.getKey(), h.getValue()));
        keepAlive = HttpUtil.isKeepAlive(request);
    }

    Channel channel() {
        return channel;
    }

    /** The call without its body. */
    FullHttpRequest request() {
        return request;
    }

    byte[] body() {
        return body.clone();
    }

    /** Somebody else answers from now on. */
    void handOver() {
        handedOver = true;
    }

    @Override
    public Headers getRequestHeaders() {
        return requestHeaders;
    }

    @Override
    public Headers getResponseHeaders() {
        return responseHeaders;
    }

    @Override
    public URI getRequestURI() {
        return URI.create(request.uri());
    }

    @Override
    public String getRequestMethod() {
        return request.method().name();
    }

    @Override
    public InputStream getRequestBody() {
        return new ByteArrayInputStream(body);
    }

    /** As the JDK's: -1 for no body, 0 for one in chunks. */
    @Override
    public void sendResponseHeaders(int code, long length) throws IOException {
        status = code;
        left = Math.max(0, length);
        ended = length < 0;
        HttpResponse response = ended
                ? new DefaultFullHttpResponse(HttpVersion.HTTP_1_1, HttpResponseStatus.valueOf(code))
                : new DefaultHttpResponse(HttpVersion.HTTP_1_1, HttpResponseStatus.valueOf(code));
        responseHeaders.forEach((name, values) -> response.headers().add(name, values));
        response.headers().set(HttpHeaderNames.SERVER, "Python/3.12 aiohttp/3.13.0");
        if (length == 0) {
            response.headers().set(HttpHeaderNames.TRANSFER_ENCODING, HttpHeaderValues.CHUNKED);
        } else {
            response.headers().set(HttpHeaderNames.CONTENT_LENGTH, left);
        }
        if (!keepAlive) {
            response.headers().set(HttpHeaderNames.CONNECTION, HttpHeaderValues.CLOSE);
        }
        write(response);
    }

    private void write(Object message) throws IOException {
        try {
            ChannelFuture written = channel.writeAndFlush(message).await();
            if (!written.isSuccess()) {
                throw new IOException("the caller is gone", written.cause());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("closed meanwhile", e);
        }
    }

    /** The last bytes say that they are: whoever has counted them may ask again at once. */
    private void send(ByteBuf bytes, int length) throws IOException {
        ended = left == length;
        left -= length;
        write(ended ? new DefaultLastHttpContent(bytes) : new DefaultHttpContent(bytes));
    }

    @Override
    public OutputStream getResponseBody() {
        return new OutputStream() {
            @Override
            public void write(int one) throws IOException {
                write(new byte[] {(byte) one}, 0, 1);
            }

            @Override
            public void write(byte[] bytes, int offset, int length) throws IOException {
                if (length > 0) {
                    send(Unpooled.copiedBuffer(bytes, offset, length), length);
                }
            }
        };
    }

    @Override
    public void close() {
        if (!handedOver && !ended) {
            channel.writeAndFlush(LastHttpContent.EMPTY_LAST_CONTENT);
        }
        if (!handedOver && !keepAlive) {
            channel.writeAndFlush(Unpooled.EMPTY_BUFFER).addListener(ChannelFutureListener.CLOSE);
        }
    }

    @Override
    public int getResponseCode() {
        return status;
    }

    @Override
    public InetSocketAddress getRemoteAddress() {
        return (InetSocketAddress) channel.remoteAddress();
    }

    @Override
    public InetSocketAddress getLocalAddress() {
        return (InetSocketAddress) channel.localAddress();
    }

    @Override
    public String getProtocol() {
        return request.protocolVersion().text();
    }

    @Override
    public HttpContext getHttpContext() {
        throw new UnsupportedOperationException();
    }

    @Override
    public @Nullable Object getAttribute(String name) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void setAttribute(String name, Object value) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void setStreams(InputStream in, OutputStream out) {
        throw new UnsupportedOperationException();
    }

    @Override
    public HttpPrincipal getPrincipal() {
        throw new UnsupportedOperationException();
    }
}
