package dev.mvstudio.adapter.local.asset;

import dev.mvstudio.adapter.local.address.CheckedNames;
import dev.mvstudio.adapter.local.address.HostResolver;
import dev.mvstudio.adapter.local.address.PlainClient;
import dev.mvstudio.adapter.local.address.PublicAddress;
import dev.mvstudio.domain.asset.RemoteFiles;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.URI;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import javax.net.ssl.SSLContext;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.HttpHeaders;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.io.CloseMode;
import org.apache.hc.core5.ssl.SSLContexts;
import org.apache.hc.core5.util.Timeout;

/** Fetches over https from hosts on the open Internet, with neither cookies nor credentials, and on its own terms. */
public final class HttpRemoteFiles implements RemoteFiles, Closeable {
    /** What is taken at most unless it is said otherwise: 20 MB. */
    public static final long USUAL_BYTES = 20_000_000;

    private static final int MOST_REDIRECTS = 3;
    private static final Set<Integer> REDIRECTS = Set.of(301, 302, 303, 307, 308);
    private static final Timeout IDLE = Timeout.ofSeconds(30);
    private static final Duration LONGEST = Duration.ofMinutes(5);

    private final CloseableHttpClient client;
    private final long maxBytes;

    /**
     * Connects to nothing yet.
     *
     * @param maxBytes a longer file is refused, at the latest while it is read
     */
    public HttpRemoteFiles(HostResolver resolver, long maxBytes) {
        this(resolver, maxBytes, PublicAddress::is, SSLContexts.createDefault());
    }

    HttpRemoteFiles(HostResolver resolver, long maxBytes, Predicate<InetAddress> allowed, SSLContext tls) {
        this.maxBytes = maxBytes;
        this.client = PlainClient.open(new CheckedNames(resolver, allowed), tls, IDLE);
    }

    @Override
    public InputStream fetch(URI address) throws IOException {
        URI at = address;
        for (int redirects = 0; redirects <= MOST_REDIRECTS; redirects++) {
            PublicAddress.checkSpelling(at);
            HttpGet get = new HttpGet(at);
            ClassicHttpResponse response =
                    client.executeOpen(new HttpHost("https", at.getHost(), at.getPort()), get, null);
            boolean handedOn = false;
            try {
                Optional<URI> next = redirect(at, response);
                if (next.isEmpty()) {
                    InputStream body = body(response, get);
                    handedOn = true;
                    return body;
                }
                at = next.get();
            } finally {
                if (!handedOn) {
                    hangUp(get, response);
                }
            }
        }
        throw new IOException("it was redirected more than " + MOST_REDIRECTS + " times");
    }

    /** Where to go instead; relative to where we are. */
    private static Optional<URI> redirect(URI at, ClassicHttpResponse response) throws IOException {
        if (!REDIRECTS.contains(response.getCode())) {
            return Optional.empty();
        }
        Header location = response.getFirstHeader(HttpHeaders.LOCATION);
        if (location == null) {
            throw new IOException("the server redirects to nowhere");
        }
        try {
            return Optional.of(at.resolve(location.getValue().strip()));
        } catch (IllegalArgumentException e) {
            throw new IOException("the server redirects to what is no address", e);
        }
    }

    private InputStream body(ClassicHttpResponse response, HttpGet get) throws IOException {
        HttpEntity entity = response.getEntity();
        if (response.getCode() != 200 || entity == null) {
            throw new IOException("the server answered " + response.getCode());
        }
        String encoding = Optional.ofNullable(entity.getContentEncoding()).orElse("identity");
        if (!encoding.toLowerCase(Locale.ROOT).equals("identity")) {
            throw new IOException("the server sent it packed, which was not asked for");
        }
        if (entity.getContentLength() > maxBytes) {
            throw new IOException("it is larger than " + maxBytes + " bytes");
        }
        return new LimitedDownload(entity.getContent(), maxBytes, LONGEST, () -> hangUp(get, response));
    }

    private static void hangUp(HttpGet get, ClassicHttpResponse response) {
        get.cancel();
        try {
            response.close();
        } catch (IOException e) {
            get.abort(); // what breaks while hanging up has no meaning any more
        }
    }

    @Override
    public void close() {
        client.close(CloseMode.IMMEDIATE);
    }
}
