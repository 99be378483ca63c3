package org.allowable.engine.spark;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.UnknownHostException;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Supplier;
import org.allowable.config.SparkMaster;
import org.allowable.model.InputException;
import org.apache.spark.sql.SparkSession;

/** Whether a cluster is there and takes a run: Spark alone tries for minutes and says little. */
final class Cluster {

  private static final int ANSWER_MILLISECONDS = 5_000;
  private static final Duration FIRST_EXECUTOR = Duration.ofMinutes(2);
  private static final long PAUSE_MILLISECONDS = 200;

  private Cluster() {}

  /** Whether a master can be reached from this machine alone. */
  static boolean isOnThisMachine(SparkMaster master) {
    return !master.addresses().isEmpty()
        && master.addresses().stream().map(Cluster::address).allMatch(Cluster::isLoopback);
  }

  private static boolean isLoopback(InetSocketAddress address) {
    InetAddress host = address.getAddress();
    return host != null && host.isLoopbackAddress();
  }

  private static InetSocketAddress address(String text) {
    int colon = text.lastIndexOf(':');
    return new InetSocketAddress(
        text.substring(0, colon), Integer.parseInt(text.substring(colon + 1)));
  }

  /**
   * Opens a session and waits for the first executor.
   *
   * @throws InputException if the master refuses, or no worker takes the run
   */
  static SparkSession complaining(SparkMaster master, Supplier<SparkSession> opening) {
    SparkSession session;
    try {
      session = opening.get();
    } catch (RuntimeException e) {
      throw new InputException(
          "--master: the Spark master at %s does not take this run. It must run the same version of"
                  .formatted(master.url())
              + " Spark as this program, and be the one that its page names.",
          e);
    }
    if (!master.addresses().isEmpty()) {
      awaitExecutor(master, session);
    }
    return session;
  }

  /**
   * Checks that somebody answers where a standalone master is said to be.
   *
   * @throws InputException if not
   */
  static void requireAnswer(SparkMaster master) {
    if (!master.addresses().isEmpty() && master.addresses().stream().noneMatch(Cluster::answers)) {
      throw new InputException(
          "--master: expected a Spark master at %s, found nobody who answers there. See that it runs"
                  .formatted(master.url())
              + " and that this machine reaches it.");
    }
  }

  private static boolean answers(String address) {
    try (Socket socket = new Socket()) {
      InetSocketAddress there = address(address);
      if (there.isUnresolved()) {
        throw new UnknownHostException();
      }
      socket.connect(there, ANSWER_MILLISECONDS);
      return true;
    } catch (IOException | IllegalArgumentException e) {
      return false;
    }
  }

  // The driver itself is one of those that hold blocks.
  private static boolean hasExecutor(SparkSession session) {
    try {
      return session.sparkContext().getExecutorMemoryStatus().size() > 1;
    } catch (IllegalStateException e) {
      return false; // It was stopped between.
    }
  }

  private static void awaitExecutor(SparkMaster master, SparkSession session) {
    Instant end = Instant.now().plus(FIRST_EXECUTOR);
    while (true) {
      if (session.sparkContext().isStopped()) {
        throw new InputException(
            "--master: the workers of %s cannot start an executor. Their logs, in the folder work of"
                    .formatted(master.url())
                + " each worker, say why.");
      }
      if (hasExecutor(session)) {
        return;
      }
      if (Instant.now().isAfter(end)) {
        session.stop();
        throw new InputException(
            "--master: no worker of %s took the run within %d minutes. See on its page that workers"
                    .formatted(master.url(), FIRST_EXECUTOR.toMinutes())
                + " are there, with free cores and as much free memory as an executor asks for.");
      }
      try {
        Thread.sleep(PAUSE_MILLISECONDS);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException("interrupted while a worker was awaited", e);
      }
    }
  }
}
