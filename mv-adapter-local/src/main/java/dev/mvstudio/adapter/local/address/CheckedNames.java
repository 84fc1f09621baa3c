package dev.mvstudio.adapter.local.address;

import dev.mvstudio.domain.asset.RemoteFiles.AddressRefusedException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.function.Predicate;
import org.apache.hc.client5.http.DnsResolver;

/**
 * Asked by the HTTP client when it connects, so that the addresses that are checked are those that are connected to: a
 * name that has another address a moment later gains nothing.
 */
public final class CheckedNames implements DnsResolver {
    private final HostResolver resolver;
    private final Predicate<InetAddress> allowed;

    /**
     * Asks nobody yet.
     *
     * @param allowed which addresses may be connected to; one that may not refuses the whole name
     */
    public CheckedNames(HostResolver resolver, Predicate<InetAddress> allowed) {
        this.resolver = resolver;
        this.allowed = allowed;
    }

    @Override
    public InetAddress[] resolve(String host) throws UnknownHostException {
        List<InetAddress> addresses = resolver.resolve(host);
        if (addresses.isEmpty()) {
            throw new UnknownHostException("the host has no address");
        }
        if (!addresses.stream().allMatch(allowed)) {
            throw new AddressRefusedException("must be at a public address");
        }
        return addresses.toArray(InetAddress[]::new);
    }

    @Override
    public String resolveCanonicalHostname(String host) {
        return host;
    }
}
