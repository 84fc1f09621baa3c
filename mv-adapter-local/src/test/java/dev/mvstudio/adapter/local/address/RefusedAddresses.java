package dev.mvstudio.adapter.local.address;

import java.util.List;

/** Ways to name an address that callers must not have us connect to. PORT stands for the canary's. */
public final class RefusedAddresses {
    /** Refused by their spelling, or for the address that is spelt. */
    public static final List<String> SPELT = List.of(
            "http://example.com/a.png",
            "file:///etc/passwd",
            "ftp://example.com/a.png",
            "jar:https://example.com/a.jar!/a.png",
            "/a.png",
            "https:///a.png",
            "https://user:secret@example.com/a.png",
            "https://user@127.0.0.1:PORT/",
            "https://localhost:PORT/",
            "https://LOCALHOST:PORT/",
            "https://localhost.:PORT/",
            "https://a.localhost:PORT/",
            "https://127.0.0.1:PORT/",
            "https://127.0.0.1.:PORT/",
            "https://127.1:PORT/",
            "https://127.0.1:PORT/",
            "https://2130706433:PORT/",
            "https://0x7f000001:PORT/",
            "https://0x7f.1:PORT/",
            "https://0x7f.0.0.1:PORT/",
            "https://0177.0.0.1:PORT/",
            "https://127.0.0.01:PORT/",
            "https://0:PORT/",
            "https://0.0.0.0:PORT/",
            "https://127.255.255.254:PORT/",
            "https://[::1]:PORT/",
            "https://[::]:PORT/",
            "https://[0:0:0:0:0:0:0:1]:PORT/",
            "https://[::ffff:127.0.0.1]:PORT/",
            "https://[::ffff:7f00:1]:PORT/",
            "https://[::127.0.0.1]:PORT/",
            "https://[64:ff9b::127.0.0.1]:PORT/",
            "https://[64:ff9b:1::7f00:1]:PORT/",
            "https://[2002:7f00:1::]:PORT/",
            "https://[2001:0:7f00:1::]:PORT/",
            "https://[fe80::1]:PORT/",
            "https://[fe80::1%251]:PORT/",
            "https://[fc00::1]:PORT/",
            "https://[fd12:3456::1]:PORT/",
            "https://[fec0::1]:PORT/",
            "https://[ff02::1]:PORT/",
            "https://[2001:db8::1]:PORT/",
            "https://10.0.0.1:PORT/",
            "https://172.31.255.255:PORT/",
            "https://192.168.0.1:PORT/",
            "https://169.254.169.254/latest/meta-data/",
            "https://100.64.0.1:PORT/",
            "https://192.0.0.1:PORT/",
            "https://192.0.2.1:PORT/",
            "https://198.18.0.1:PORT/",
            "https://198.51.100.1:PORT/",
            "https://203.0.113.1:PORT/",
            "https://224.0.0.1:PORT/",
            "https://240.0.0.1:PORT/",
            "https://255.255.255.255:PORT/",
            "https://example.com:0/",
            "https://a_b:PORT/");

    /** Addresses inside that a name may lead to. */
    public static final List<String> INSIDE = List.of(
            "127.0.0.1",
            "10.1.2.3",
            "169.254.169.254",
            "100.100.100.200",
            "0.0.0.0",
            "::1",
            "::ffff:10.0.0.1",
            "fd00:ec2::254",
            "fe80::1",
            "64:ff9b::a00:1",
            "2002:a00:1::");

    private RefusedAddresses() {}
}
