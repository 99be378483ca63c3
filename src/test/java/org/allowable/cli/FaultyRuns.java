package org.allowable.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;

/**
 * A small sample and the commands over it that a fault interrupts.
 *
 * @param source its X12 files
 * @param practice its practice file
 */
record FaultyRuns(Path source, Path practice) {

  /** Makes the sample. */
  static FaultyRuns in(Path folder) {
    Path sample = folder.resolve("sample");
    CommandRun made =
        CommandRun.of(
            "sample", "--lines", 3000, "--months", 2, "--seed", 1, "--x12", "--out", sample);
    assertThat(made.code()).as(made.err()).isZero();
    return new FaultyRuns(sample.resolve("x12"), sample.resolve("practice.yaml"));
  }

  /** The words of the command that reads the files. */
  Object[] ingest(Path warehouse) {
    return new Object[] {"ingest", "--in", source, "--warehouse", warehouse};
  }

  /** The words of the command that reports their last month. */
  Object[] report(Path warehouse, Path out) {
    return new Object[] {
      "monthly-report",
      "--warehouse",
      warehouse,
      "--practice",
      practice,
      "--month",
      "2026-10",
      "--out",
      out
    };
  }
}
