package dev.mvstudio.application.badsample;

import jakarta.inject.Inject;

class InjectedField {
    @Inject
    Object somebody;
}
