package dev.mvstudio.web.delivery;

import dev.mvstudio.web.request.RequestIds;
import io.micronaut.context.event.BeanCreatedEvent;
import io.micronaut.context.event.BeanCreatedEventListener;
import io.micronaut.http.netty.channel.ChannelPipelineCustomizer;
import io.micronaut.http.server.netty.NettyServerCustomizer;
import io.netty.channel.Channel;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;

/** Equips every connection, right behind the HTTP/1.1 codec. The server speaks neither TLS nor HTTP/2. */
@Singleton
final class Connections implements BeanCreatedEventListener<NettyServerCustomizer.Registry> {
    @Override
    public NettyServerCustomizer.Registry onCreated(BeanCreatedEvent<NettyServerCustomizer.Registry> event) {
        event.getBean().register(new Customizer(null));
        return event.getBean();
    }

    private record Customizer(@Nullable Channel channel) implements NettyServerCustomizer {
        @Override
        public NettyServerCustomizer specializeForChannel(Channel connection, ChannelRole role) {
            return new Customizer(connection);
        }

        @Override
        public void onStreamPipelineBuilt() {
            if (channel != null) {
                String codec = ChannelPipelineCustomizer.HANDLER_HTTP_SERVER_CODEC;
                channel.pipeline().addAfter(codec, "mvstudio-files", new FileSender());
                channel.pipeline().addAfter("mvstudio-files", "mvstudio-request-ids", new RequestIds());
            }
        }
    }
}
