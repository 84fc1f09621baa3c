package dev.mvstudio.adapter.local.webhook;

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
final class PostingClient {
    private static final Timeout CONNECT = Timeout.ofSeconds(5);
    private static final Timeout IDLE = Timeout.ofSeconds(15);

    private PostingClient() {}

    static CloseableHttpClient open(DnsResolver names, SSLContext tls) {
        return HttpClients.custom()
                .setConnectionManager(connections(names, tls))
                .setConnectionReuseStrategy((request, response, context) -> false)
                .setDefaultRequestConfig(RequestConfig.custom()
                        .setConnectionRequestTimeout(IDLE)
                        .setResponseTimeout(IDLE)
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

    private static HttpClientConnectionManager connections(DnsResolver names, SSLContext tls) {
        return PoolingHttpClientConnectionManagerBuilder.create()
                .setDnsResolver(names)
                .setTlsSocketStrategy(new DefaultClientTlsStrategy(tls))
                .setDefaultTlsConfig(
                        TlsConfig.custom().setHandshakeTimeout(CONNECT).build())
                .setDefaultConnectionConfig(ConnectionConfig.custom()
                        .setConnectTimeout(CONNECT)
                        .setSocketTimeout(IDLE)
                        .build())
                .setMaxConnTotal(64)
                .setMaxConnPerRoute(16)
                .build();
    }
}
