package dev.mvstudio.wire.badsample;

import dev.mvstudio.domain.provider.ErrorCode;

public class KnowsTheDomain {
    Object code() {
        return ErrorCode.TIMEOUT;
    }
}
