package dev.mvstudio.adapter.badone;

import dev.mvstudio.adapter.badtwo.Another;

class UsesAnother {
    Object another() {
        return new Another();
    }
}
