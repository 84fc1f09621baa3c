package dev.mvstudio.adapter.jdbc.document;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.module.SimpleModule;
import dev.mvstudio.domain.asset.Asset;
import dev.mvstudio.domain.asset.AssetStore;
import dev.mvstudio.domain.asset.ByteSource;
import dev.mvstudio.domain.image.ReferenceImage;
import dev.mvstudio.domain.provider.Secret;
import java.io.IOException;

/** What cannot be written as it is: pictures are written without their bytes; secrets and bytes are not written at all. */
final class StudioModule extends SimpleModule {
    private static final long serialVersionUID = 1L;

    StudioModule(AssetStore assets) {
        super("studio");
        addSerializer(Secret.class, new Refused<>("a secret must not be written"));
        addSerializer(ByteSource.class, new Refused<>("bytes are kept by the asset store"));
        addSerializer(ReferenceImage.class, new PictureWriter());
        addDeserializer(ReferenceImage.class, new PictureReader(assets));
    }

    /** A picture as it is written. */
    private record Picture(Asset asset) {}

    private static final class PictureWriter extends JsonSerializer<ReferenceImage> {
        @Override
        public void serialize(ReferenceImage image, JsonGenerator out, SerializerProvider provider) throws IOException {
            provider.defaultSerializeValue(new Picture(image.asset()), out);
        }
    }

    private static final class PictureReader extends JsonDeserializer<ReferenceImage> {
        private final AssetStore assets;

        PictureReader(AssetStore assets) {
            this.assets = assets;
        }

        @Override
        public ReferenceImage deserialize(JsonParser in, DeserializationContext context) throws IOException {
            Asset asset = context.readValue(in, Picture.class).asset();
            return new ReferenceImage(asset, () -> assets.content(asset).bytes().open());
        }
    }

    private static final class Refused<T> extends JsonSerializer<T> {
        private final String why;

        Refused(String why) {
            this.why = why;
        }

        @Override
        public void serialize(T value, JsonGenerator out, SerializerProvider provider) throws IOException {
            throw JsonMappingException.from(out, why);
        }
    }
}
