package dev.mvstudio.domain.badsample.two;

import dev.mvstudio.domain.badsample.one.One;

public class Two {
    Object one() {
        return new One();
    }
}
