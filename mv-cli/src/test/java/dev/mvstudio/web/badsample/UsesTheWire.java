package dev.mvstudio.web.badsample;

import dev.mvstudio.wire.badsample.KnowsTheDomain;

class UsesTheWire {
    Object wire() {
        return new KnowsTheDomain();
    }
}
