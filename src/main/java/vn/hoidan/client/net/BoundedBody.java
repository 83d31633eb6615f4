package vn.hoidan.client.net;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;

/// Collects an answer up to a limit; beyond it nothing more is read.
final class BoundedBody implements HttpResponse.BodySubscriber<byte[]> {
    private final int mostBytes;
    private final ByteArrayOutputStream collected = new ByteArrayOutputStream();
    private final CompletableFuture<byte[]> result = new CompletableFuture<>();
    private Flow.Subscription subscription;

    /// The answer is larger than anything our server sends.
    static final class TooLarge extends IOException {
        private final int mostBytes;

        private TooLarge(int mostBytes) {
            super("more than " + mostBytes + " bytes");
            this.mostBytes = mostBytes;
        }

        int mostBytes() {
            return mostBytes;
        }
    }

    BoundedBody(int mostBytes) {
        this.mostBytes = mostBytes;
    }

    @Override
    public CompletionStage<byte[]> getBody() {
        return result;
    }

    @Override
    public void onSubscribe(Flow.Subscription newSubscription) {
        subscription = newSubscription;
        subscription.request(Long.MAX_VALUE);
    }

    @Override
    public void onNext(List<ByteBuffer> buffers) {
        for (ByteBuffer buffer : buffers) {
            if (collected.size() + buffer.remaining() > mostBytes) {
                subscription.cancel();
                result.completeExceptionally(new TooLarge(mostBytes));
                return;
            }
            byte[] bytes = new byte[buffer.remaining()];
            buffer.get(bytes);
            collected.writeBytes(bytes);
        }
    }

    @Override
    public void onError(Throwable broken) {
        result.completeExceptionally(broken);
    }

    @Override
    public void onComplete() {
        result.complete(collected.toByteArray());
    }
}
