package org.allowable.job;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import org.allowable.config.DateBasis;
import org.allowable.config.Practice;
import org.allowable.config.PracticeFile;
import org.allowable.engine.embedded.ScriptedEngine;
import org.allowable.model.Progress;
import org.allowable.model.ReportPeriod;

/** What a monthly report asks of its engine, as a script. */
public final class MonthlyReportScript {

  private MonthlyReportScript() {}

  /**
   * Writes the script of the report that the command would make.
   *
   * @param folder an empty one, for the script and the rows that it reads
   * @return the script
   */
  public static Path write(Path warehouse, YearMonth month, Path folder) throws IOException {
    Path file = warehouse.resolve("practice.yaml");
    Practice practice = PracticeFile.read(file);
    ReportPlan plan = MonthlyReportPlan.of(practice, ReportPeriod.of(month), DateBasis.SERVICE);
    Job job = Job.named(plan.job());
    ReferenceViews references =
        ReferenceViews.of(
            Path.of("reference-that-ships"),
            Files.createDirectories(folder.resolve("work")),
            List.of(job));
    Map<String, Object> parameters = PracticeSettings.parameters(practice);
    parameters.putAll(plan.parameters());
    Path script = folder.resolve("report.sql");
    try (ScriptedEngine engine = new ScriptedEngine(folder.toAbsolutePath())) {
      references.register(engine);
      RunContracts.read(null, practice, file, references)
          .register(engine, practice, plan.scenarios());
      WarehouseViews.register(engine, warehouse, plan.parameters());
      new JobRunner(engine, Progress.SILENT).run(job, parameters);
      engine.write(script);
    }
    return script;
  }
}
