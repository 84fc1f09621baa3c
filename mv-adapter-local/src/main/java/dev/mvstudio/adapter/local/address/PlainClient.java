package dev.mvstudio.adapter.local.address;

import javax.net.ssl.SSLContext;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.config.TlsConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.client5.http.io.HttpClientConnectionManager;
import org.apache.hc.client5.http.ssl.DefaultClientTlsStrategy;
import org.apache.hc.core5.util.Timeout;

/** An HTTP client that does what it is told and nothing by itself: no redirects, cookies, credentials or second tries. */
public final class PlainClient {
    private static final Timeout CONNECT = Timeout.ofSeconds(5);

    private PlainClient() {}

    /**
     * Opens one, which connects to nothing yet.
     *
     * @param names resolves hosts, and refuses those that must not be connected to
     * @param idle how long an answer, or more of it, is waited for
     */
    public static CloseableHttpClient open(DnsResolver names, SSLContext tls, Timeout idle) {
        return HttpClients.custom()
                .setConnectionManager(connections(names, tls, idle))
                .setConnectionReuseStrategy((request, response, context) -> false)
                .setDefaultRequestConfig(RequestConfig.custom()
                        .setConnectionRequestTimeout(idle)
                        .setResponseTimeout(idle)
                        .setAuthenticationEnabled(false)
                        .setExpectContinueEnabled(false)
                        .build())
                .disableRedirectHandling()
                .disableCookieManagement()
                .disableAuthCaching()
                .disableAutomaticRetries()
                .disableContentCompression()
                .setUserAgent("mv-studio")
                .build();
    }

    private static HttpClientConnectionManager connections(DnsResolver names, SSLContext tls, Timeout idle) {
        return PoolingHttpClientConnectionManagerBuilder.create()
                .setDnsResolver(names)
                .setTlsSocketStrategy(new DefaultClientTlsStrategy(tls))
                .setDefaultTlsConfig(
                        TlsConfig.custom().setHandshakeTimeout(CONNECT).build())
                .setDefaultConnectionConfig(ConnectionConfig.custom()
                        .setConnectTimeout(CONNECT)
                        .setSocketTimeout(idle)
                        .build())
                .setMaxConnTotal(64)
                .setMaxConnPerRoute(16)
                .build();
    }
}
