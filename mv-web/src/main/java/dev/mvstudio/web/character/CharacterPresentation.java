package dev.mvstudio.web.character;

import dev.mvstudio.application.asset.Assets;
import dev.mvstudio.application.character.GeneratedCharacterReference;
import dev.mvstudio.application.job.JobKind;
import dev.mvstudio.domain.asset.Asset;
import dev.mvstudio.web.ServedStudio;
import dev.mvstudio.web.job.Presentation;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Base64;

/** Shows drawn characters. */
@Singleton
final class CharacterPresentation implements Presentation<GeneratedCharacterReference> {
    private final Assets assets;

    CharacterPresentation(ServedStudio served) {
        this.assets = served.studio().assets();
    }

    private String base64(Asset image) {
        try (InputStream bytes = assets.bytes(image).open()) {
            return Base64.getEncoder().encodeToString(bytes.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public JobKind kind() {
        return JobKind.GENERATE_CHARACTER_REFERENCE;
    }

    @Override
    public Class<GeneratedCharacterReference> answer() {
        return GeneratedCharacterReference.class;
    }

    @Override
    public Object body(GeneratedCharacterReference answer, boolean pictures) {
        return CharacterReferenceBody.from(answer, pictures ? base64(answer.first()) : null);
    }

    @Override
    public String link(GeneratedCharacterReference answer) {
        return CharacterReferenceBody.ImageBody.url(answer.first());
    }
}
