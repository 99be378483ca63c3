package org.allowable.cli;

import java.io.PrintWriter;
import org.allowable.model.Progress;

/** A line for each stage and table, with the seconds since the start. */
final class VerboseLines implements Progress {

  private final PrintWriter err;
  private final long start = System.nanoTime();

  VerboseLines(PrintWriter err) {
    this.err = err;
  }

  @Override
  public void stage(String line) {
    err.printf("  %6.1f s  %s%n", (System.nanoTime() - start) / 1e9, line);
    err.flush();
  }

  @Override
  public void table(String line) {
    stage(line);
  }
}
