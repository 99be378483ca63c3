package org.allowable.cli;

import java.io.PrintWriter;
import java.util.Locale;
import java.util.function.LongSupplier;
import org.allowable.model.Progress;

/**
 * One line of a terminal, written over and over: what is under way, the share that is done and the
 * time left. It is gone when the work has ended.
 */
final class TerminalLine implements Progress {

  /** Back to the line's begin, and nothing on it. */
  static final String ERASE = "\r\u001b[K";

  private static final double BILLION = 1e9;
  private static final double SHORTEST_PAUSE = 0.1;

  // Before that a guess of the time left would be one.
  private static final double FIRST_GUESS = 2;
  private static final double LEAST_SHARE = 0.1;
  private static final int MINUTE = 60;

  private final PrintWriter err;
  private final LongSupplier nanoseconds;
  private final long start;
  private double lastSaid = -1;
  private String lastWords = "";
  private double most;

  /**
   * Says nothing yet.
   *
   * @param nanoseconds a clock
   */
  TerminalLine(PrintWriter err, LongSupplier nanoseconds) {
    this.err = err;
    this.nanoseconds = nanoseconds;
    start = nanoseconds.getAsLong();
  }

  @Override
  public void stage(String line) {
    // What is under way says more.
  }

  @Override
  public synchronized void underWay(String doing, double share) {
    most = Math.max(most, share);
    double now = (nanoseconds.getAsLong() - start) / BILLION;
    if (doing.equals(lastWords) && now - lastSaid < SHORTEST_PAUSE) {
      return;
    }
    lastSaid = now;
    lastWords = doing;
    err.print(ERASE + "  " + words(doing, now));
    err.flush();
  }

  private String words(String doing, double seconds) {
    String share = String.format(Locale.US, "%s ... %.0f %%", doing, Math.floor(most * 100));
    if (seconds < FIRST_GUESS || most < LEAST_SHARE) {
      return share;
    }
    return share + ", " + left(seconds * (1 - most) / most);
  }

  private static String left(double seconds) {
    long whole = Math.max(1, Math.round(seconds));
    return whole < 2 * MINUTE
        ? "about " + whole + " s left"
        : "about " + Math.round(seconds / MINUTE) + " min left";
  }

  @Override
  public synchronized void makeRoom() {
    if (!lastWords.isEmpty()) {
      lastWords = "";
      err.print(ERASE);
      err.flush();
    }
  }
}
