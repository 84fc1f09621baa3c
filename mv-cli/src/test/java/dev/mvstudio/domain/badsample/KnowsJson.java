package dev.mvstudio.domain.badsample;

import com.fasterxml.jackson.core.JsonFactory;

class KnowsJson {
    Object factory() {
        return new JsonFactory();
    }
}
