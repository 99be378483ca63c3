package org.allowable.job;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.allowable.ingest.parquet.InputFile;
import org.allowable.model.ReportTitle;
import org.jspecify.annotations.Nullable;

/**
 * What went into a run and what came out: enough to do it again and to see that nothing was
 * changed. It carries no time of day, so that the same inputs give the same manifest.
 *
 * @param schemaVersion of this record
 * @param job name of the job
 * @param runId fingerprint of version, settings and inputs
 * @param report how it is listed among others
 * @param toolVersion of Allowable
 * @param javaVersion of the machine
 * @param engine that ran, with its version and why
 * @param engineSettings settings that were asserted
 * @param settings the job's own settings
 * @param inputs data files
 * @param references reference files and the practice file, by path with their sha256
 * @param counts rows at the places worth knowing
 * @param controls control totals
 * @param outputs files of the run but this one
 */
public record Manifest(
    int schemaVersion,
    String job,
    String runId,
    ReportTitle report,
    String toolVersion,
    String javaVersion,
    String engine,
    List<String> engineSettings,
    Map<String, String> settings,
    List<InputFile> inputs,
    Map<String, String> references,
    Map<String, Long> counts,
    List<Control> controls,
    List<RunDirectory.Output> outputs) {

  /** A control total: two sums that must be or should be equal. A sum that is not known is null. */
  public record Control(
      String control,
      String unit,
      @Nullable BigDecimal expected,
      @Nullable BigDecimal found,
      @Nullable BigDecimal difference,
      boolean required) {

    /** Whether the sums are known and equal. */
    public boolean holds() {
      return difference != null && difference.signum() == 0;
    }
  }

  /** The same with its outputs. */
  Manifest with(List<RunDirectory.Output> files) {
    return new Manifest(
        schemaVersion,
        job,
        runId,
        report,
        toolVersion,
        javaVersion,
        engine,
        engineSettings,
        settings,
        inputs,
        references,
        counts,
        controls,
        files);
  }
}
