package org.allowable.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.YearMonth;

/** A monthly report of an invented practice, made as its user makes it. */
public final class ReportOfSample {

  private ReportOfSample() {}

  /**
   * Makes the sample in {@code warehouse} of a folder, and its report on the embedded engine.
   *
   * @return the report's folder
   */
  public static Path make(int lines, YearMonth month, Path folder) {
    Path warehouse = folder.resolve("warehouse");
    assertThat(CommandRun.of("sample", "--lines", lines, "--seed", 1, "--out", warehouse).code())
        .isZero();
    CommandRun run =
        CommandRun.of(
            "monthly-report",
            "--engine",
            "embedded",
            "--warehouse",
            warehouse,
            "--month",
            month,
            "--out",
            folder.resolve("reports"));
    assertThat(run.code()).as(run.err()).isZero();
    return run.folder();
  }
}
