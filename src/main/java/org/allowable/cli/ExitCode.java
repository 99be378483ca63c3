package org.allowable.cli;

/** What a command's exit code means to a script. The README lists them. */
public enum ExitCode {
  /** All went well. */
  OK(0, "All went well."),
  /** A fault of the program. */
  FAULT(1, "Internal error: please report it."),
  /** The command line is wrong. */
  USAGE(2, "The command line is wrong."),
  /** Something the user gave is wrong; the message says what to do. */
  INPUT(3, "Something that was given is wrong: the message says what to do. Nothing was written."),
  /** Some went in, some did not. */
  QUARANTINED(
      4,
      "Done, but some transactions, files or practices were held or failed; the others went in."),
  /** Totals do not reconcile, or a canary claim came out otherwise. */
  CONTROL(5, "A control or a canary claim failed. Nothing was published."),
  /** By a review, or by a check of a run's files. */
  FINDINGS(6, "Done, and something was found to put right."),
  /** Stopped with Ctrl-C, as shells count it. */
  STOPPED(130, "Stopped with Ctrl-C. Nothing unfinished is kept.");

  private final int code;
  private final String meaning;

  ExitCode(int code, String meaning) {
    this.code = code;
    this.meaning = meaning;
  }

  /** The number the process ends with. */
  public int code() {
    return code;
  }

  /** What it means, in a sentence or two. */
  String meaning() {
    return meaning;
  }
}
