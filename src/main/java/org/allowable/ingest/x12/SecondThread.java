package org.allowable.ingest.x12;

import java.io.Closeable;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;

/**
 * Work that is done beside the reading of files, piece by piece in the order in which it is given.
 * The reader waits where much is left to do, so that little is held in memory. What fails ends all
 * that comes after it, and is thrown where the reader gives more or waits.
 */
final class SecondThread implements Closeable {

  /** A piece of work. */
  @FunctionalInterface
  interface Work {
    void run() throws IOException;
  }

  private record Handful(List<Work> pieces, @Nullable CountDownLatch done, boolean isLast) {}

  private static final int PIECES = 64;
  private static final int HANDFULS = 4;

  private final BlockingQueue<Handful> waiting = new ArrayBlockingQueue<>(HANDFULS);
  private final Thread thread = new Thread(this::work, "ingest-rows");
  private List<Work> gathered = new ArrayList<>(PIECES);
  private volatile @Nullable Throwable failure;
  private volatile boolean isClosed;

  SecondThread() {
    thread.setDaemon(true);
    thread.start();
  }

  /** Gives a piece of work. */
  void run(Work piece) throws IOException {
    gathered.add(piece);
    if (gathered.size() == PIECES) {
      handOn(null);
    }
  }

  /** Waits until all that was given is done. */
  void settle() throws IOException {
    CountDownLatch done = new CountDownLatch(1);
    handOn(done);
    try {
      done.await();
    } catch (InterruptedException e) {
      throw interrupted(e);
    }
    requireSuccess();
  }

  /** Ends; what was not begun is not done. */
  @Override
  public void close() throws IOException {
    isClosed = true;
    try {
      waiting.put(new Handful(List.of(), null, true));
      thread.join();
    } catch (InterruptedException e) {
      throw interrupted(e);
    }
  }

  private void handOn(@Nullable CountDownLatch done) throws IOException {
    requireSuccess();
    try {
      waiting.put(new Handful(gathered, done, false));
    } catch (InterruptedException e) {
      throw interrupted(e);
    }
    gathered = new ArrayList<>(PIECES);
  }

  private void requireSuccess() throws IOException {
    Throwable found = failure;
    if (found instanceof IOException e) {
      throw e;
    } else if (found instanceof RuntimeException e) {
      throw e;
    } else if (found instanceof Error e) {
      throw e;
    }
  }

  private static IOException interrupted(InterruptedException e) {
    Thread.currentThread().interrupt();
    InterruptedIOException said = new InterruptedIOException("stopped while rows were written");
    said.initCause(e);
    return said;
  }

  private void work() {
    boolean isLast = false;
    while (!isLast) {
      try {
        Handful next = waiting.take();
        doAll(next.pieces());
        if (next.done() != null) {
          next.done().countDown();
        }
        isLast = next.isLast();
      } catch (InterruptedException e) {
        // Nobody interrupts it; it is told by its last handful.
        failure = new InterruptedIOException("stopped while rows were written");
      }
    }
  }

  // Whoever gives the work throws on what it meets, of whatever kind.
  private void doAll(List<Work> pieces) {
    for (Work piece : pieces) {
      if (failure != null || isClosed) {
        return;
      }
      try {
        piece.run();
      } catch (IOException | RuntimeException | Error e) {
        failure = e;
      }
    }
  }
}
