package dev.mvstudio.adapter.firebase;

import com.google.firestore.v1.BatchGetDocumentsRequest;
import com.google.firestore.v1.BatchGetDocumentsResponse;
import com.google.firestore.v1.CommitRequest;
import com.google.firestore.v1.CommitResponse;
import com.google.protobuf.Message;
import com.google.protobuf.Timestamp;
import io.grpc.MethodDescriptor;
import io.grpc.MethodDescriptor.MethodType;
import io.grpc.Server;
import io.grpc.ServerServiceDefinition;
import io.grpc.Status;
import io.grpc.netty.shaded.io.grpc.netty.NettyServerBuilder;
import io.grpc.protobuf.ProtoUtils;
import io.grpc.stub.ServerCalls;
import io.grpc.stub.StreamObserver;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.atomic.AtomicInteger;

/** A Firestore without a document, which answers as it is told to. */
final class RefusingFirestore implements AutoCloseable {
    private static final String SERVICE = "google.firestore.v1.Firestore";

    private final Server server;
    private final AtomicInteger asked = new AtomicInteger();
    private volatile Status reading = Status.OK;
    private volatile Status writing = Status.NOT_FOUND;

    RefusingFirestore() throws IOException {
        server = NettyServerBuilder.forAddress(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0))
                .addService(ServerServiceDefinition.builder(SERVICE)
                        .addMethod(
                                method(
                                        "BatchGetDocuments",
                                        MethodType.SERVER_STREAMING,
                                        BatchGetDocumentsRequest.getDefaultInstance(),
                                        BatchGetDocumentsResponse.getDefaultInstance()),
                                ServerCalls.asyncServerStreamingCall(this::read))
                        .addMethod(
                                method(
                                        "Commit",
                                        MethodType.UNARY,
                                        CommitRequest.getDefaultInstance(),
                                        CommitResponse.getDefaultInstance()),
                                ServerCalls.asyncUnaryCall((CommitRequest request, StreamObserver<CommitResponse> to) ->
                                        to.onError(writing.asRuntimeException())))
                        .build())
                .build()
                .start();
    }

    private static <Q extends Message, A extends Message> MethodDescriptor<Q, A> method(
            String name, MethodType type, Q request, A answer) {
        return MethodDescriptor.<Q, A>newBuilder()
                .setType(type)
                .setFullMethodName(MethodDescriptor.generateFullMethodName(SERVICE, name))
                .setRequestMarshaller(ProtoUtils.marshaller(request))
                .setResponseMarshaller(ProtoUtils.marshaller(answer))
                .build();
    }

    private void read(BatchGetDocumentsRequest request, StreamObserver<BatchGetDocumentsResponse> to) {
        asked.incrementAndGet();
        if (!reading.isOk()) {
            to.onError(reading.asRuntimeException());
            return;
        }
        to.onNext(BatchGetDocumentsResponse.newBuilder()
                .setMissing(request.getDocuments(0))
                .setReadTime(Timestamp.newBuilder().setSeconds(1_800_000_000))
                .build());
        to.onCompleted();
    }

    /** Whoever reads is told so. */
    RefusingFirestore reading(Status status) {
        reading = status;
        return this;
    }

    /** Whoever writes is told so. */
    RefusingFirestore writing(Status status) {
        writing = status;
        return this;
    }

    /** How often somebody read. */
    int asked() {
        return asked.get();
    }

    String host() {
        return "127.0.0.1:" + server.getPort();
    }

    @Override
    public void close() {
        server.shutdownNow();
    }
}
