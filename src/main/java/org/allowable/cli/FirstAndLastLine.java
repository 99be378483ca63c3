package org.allowable.cli;

import java.io.PrintWriter;
import org.allowable.model.Progress;

/** A line when work begins and one when it ends, for a log. */
final class FirstAndLastLine implements Progress {

  private final PrintWriter err;
  private final String what;
  private final long start = System.nanoTime();
  private boolean isBegun;
  private boolean isEnded;

  /**
   * Says nothing yet.
   *
   * @param what is made, as "monthly report"
   */
  FirstAndLastLine(PrintWriter err, String what) {
    this.err = err;
    this.what = what;
  }

  @Override
  public synchronized void stage(String line) {
    if (!isBegun) {
      isBegun = true;
      err.println("Making the " + what + " ...");
      err.flush();
    }
  }

  @Override
  public synchronized void ended() {
    if (isBegun && !isEnded) {
      isEnded = true;
      err.printf("Ended after %.1f s.%n", (System.nanoTime() - start) / 1e9);
      err.flush();
    }
  }
}
