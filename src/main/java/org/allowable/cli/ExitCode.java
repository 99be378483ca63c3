package org.allowable.cli;

/** What a command's exit code means to a script. The README lists them. */
public enum ExitCode {
  /** All went well. */
  OK(0),
  /** Internal error: please report it. */
  FAULT(1),
  /** The command line is wrong. */
  USAGE(2),
  /** Something the user gave is wrong; the message says what to do. Nothing was written. */
  INPUT(3),
  /** Done, but some transactions, files or practices were held or failed; the others went in. */
  QUARANTINED(4),
  /**
   * A control failed: totals do not reconcile, or a canary claim came out otherwise. Nothing was
   * published.
   */
  CONTROL(5),
  /** Done, and something was found to put right: by a review, or by a check of a run's files. */
  FINDINGS(6),
  /** Stopped with Ctrl-C, as shells count it. Nothing unfinished is kept. */
  STOPPED(130);

  private final int code;

  ExitCode(int code) {
    this.code = code;
  }

  /** The number the process ends with. */
  public int code() {
    return code;
  }
}
