package dev.mvstudio.web.badsample;

import dev.mvstudio.adapter.badtwo.Another;

class UsesAnAdapter {
    Object adapter() {
        return new Another();
    }
}
