package dev.mvstudio.adapter.local.address;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;

/** Turns the name of a host into its addresses. */
@FunctionalInterface
public interface HostResolver {
    /** That of this machine. */
    HostResolver SYSTEM = host -> List.of(InetAddress.getAllByName(host));

    List<InetAddress> resolve(String host) throws UnknownHostException;
}
