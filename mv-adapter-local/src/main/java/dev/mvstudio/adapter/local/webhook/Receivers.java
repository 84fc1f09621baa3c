package dev.mvstudio.adapter.local.webhook;

import dev.mvstudio.adapter.local.address.CheckedNames;
import dev.mvstudio.adapter.local.address.HostResolver;
import dev.mvstudio.adapter.local.address.PublicAddress;
import dev.mvstudio.domain.asset.RemoteFiles.AddressRefusedException;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** Which receivers may be sent to. */
final class Receivers {
    private final CheckedNames names;
    private final boolean publicOnly;

    private Receivers(CheckedNames names, boolean publicOnly) {
        this.names = names;
        this.publicOnly = publicOnly;
    }

    static Receivers onTheInternet(HostResolver resolver, Predicate<InetAddress> allowed) {
        return new Receivers(new CheckedNames(resolver, allowed), true);
    }

    static Receivers anywhere(HostResolver resolver) {
        return new Receivers(new CheckedNames(resolver, address -> true), false);
    }

    CheckedNames names() {
        return names;
    }

    Optional<String> objection(URI url) {
        try {
            checkSpelling(url);
            names.resolve(url.getHost());
            return Optional.empty();
        } catch (AddressRefusedException e) {
            return Optional.of(String.valueOf(e.getMessage()));
        } catch (UnknownHostException e) {
            return Optional.of("must name a host that can be found");
        }
    }

    void checkSpelling(URI url) {
        if (publicOnly) {
            PublicAddress.checkSpelling(url);
        } else if (url.getScheme() == null
                || !Set.of("http", "https").contains(url.getScheme().toLowerCase(Locale.ROOT))
                || url.getHost() == null
                || url.getRawUserInfo() != null
                || url.getPort() == 0
                || url.getPort() > 0xffff) {
            throw new AddressRefusedException("must be an http or https address without credentials");
        }
    }
}
