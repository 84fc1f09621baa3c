package dev.mvstudio.domain.badsample.one;

import dev.mvstudio.domain.badsample.two.Two;

public class One {
    Object two() {
        return new Two();
    }
}
