package dev.mvstudio.adapter.local.address;

import dev.mvstudio.domain.asset.RemoteFiles.AddressRefusedException;
import java.math.BigInteger;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Tells addresses on the open Internet from all others, by IANA's special-purpose registries. */
public final class PublicAddress {
    private static final List<Block> NOT_PUBLIC_4 = blocks(
            "0.0.0.0/8",
            "10.0.0.0/8",
            "100.64.0.0/10",
            "127.0.0.0/8",
            "169.254.0.0/16",
            "172.16.0.0/12",
            "192.0.0.0/24",
            "192.0.2.0/24",
            "192.88.99.0/24",
            "192.168.0.0/16",
            "198.18.0.0/15",
            "198.51.100.0/24",
            "203.0.113.0/24",
            "224.0.0.0/4",
            "240.0.0.0/4");

    /** All else is reserved, local, or has an IPv4 address inside: mapped, compatible, NAT64. */
    private static final Block PUBLIC_6 = block("2000::/3");

    /** The second is 6to4, which has one inside as well; the first holds Teredo, which does too. */
    private static final List<Block> NOT_PUBLIC_6 = blocks("2001::/23", "2002::/16", "2001:db8::/32", "3fff::/20");

    private static final Pattern ENDS_IN_A_NUMBER = Pattern.compile("(?:.*\\.)?(?:\\d+|0x[0-9a-f]*)\\.?");
    private static final Pattern DOTTED = Pattern.compile("(?:(?:0|[1-9]\\d{0,2})\\.){3}(?:0|[1-9]\\d{0,2})");

    private record Block(BigInteger start, int freeBits) {
        boolean has(InetAddress address) {
            return new BigInteger(1, address.getAddress()).shiftRight(freeBits).equals(start.shiftRight(freeBits));
        }
    }

    private PublicAddress() {}

    /**
     * Checks what can be told from the spelling alone; the addresses behind a name are checked when it is resolved.
     *
     * @throws AddressRefusedException for another scheme than https, credentials, and hosts that are not public
     */
    public static void checkSpelling(URI address) {
        if (!"https".equalsIgnoreCase(address.getScheme())) {
            throw new AddressRefusedException("must be an https address");
        }
        if (address.getRawUserInfo() != null) {
            throw new AddressRefusedException("must not hold credentials");
        }
        String host = address.getHost();
        if (host == null || isOddlySpelt(host) || address.getPort() == 0 || address.getPort() > 0xffff) {
            throw new AddressRefusedException("must name a public host");
        }
    }

    public static boolean is(InetAddress address) {
        return address instanceof Inet4Address
                ? NOT_PUBLIC_4.stream().noneMatch(b -> b.has(address))
                : PUBLIC_6.has(address) && NOT_PUBLIC_6.stream().noneMatch(b -> b.has(address));
    }

    /** Spellings of addresses that programs read differently, and names that never are public. */
    static boolean isOddlySpelt(String host) {
        String name = host.toLowerCase(Locale.ROOT);
        return name.isEmpty()
                || name.endsWith(".")
                || name.contains("%")
                || name.equals("localhost")
                || name.endsWith(".localhost")
                || (ENDS_IN_A_NUMBER.matcher(name).matches()
                        && !DOTTED.matcher(name).matches());
    }

    private static List<Block> blocks(String... notations) {
        return Arrays.stream(notations).map(PublicAddress::block).toList();
    }

    private static Block block(String notation) {
        int slash = notation.indexOf('/');
        try {
            byte[] start = InetAddress.getByName(notation.substring(0, slash)).getAddress();
            int fixedBits = Integer.parseInt(notation.substring(slash + 1));
            return new Block(new BigInteger(1, start), 8 * start.length - fixedBits);
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException(notation, e);
        }
    }
}
