package org.allowable.job;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.allowable.config.Practice.ApmStatus;
import org.allowable.config.PriceScenario;
import org.allowable.engine.Engine;
import org.allowable.ingest.price.PriceRequestFile;
import org.allowable.model.PracticeTables;
import org.allowable.model.Progress;
import org.allowable.model.Rows;

/** Prices the rows of a request file. */
public final class PriceRun {

  private static final String JOB = "price";

  private PriceRun() {}

  /**
   * Prices a file.
   *
   * @param reference the user's reference directory
   * @param apm the status of rows that state none
   * @param scenarios what is asked for in place of what the rows say; none prices them as asked
   * @return one row per request and scenario, in the order of the requests
   * @throws org.allowable.model.InputException if the file or a reference table is not as it must
   *     be
   */
  public static Rows price(
      PriceRequestFile requests,
      Path reference,
      ApmStatus apm,
      List<PriceScenario> scenarios,
      Engines engines,
      Progress progress)
      throws IOException {
    Path parquet = engines.work().resolve("price_request.parquet");
    long count = requests.copyTo(parquet);
    ReferenceViews references =
        ReferenceViews.of(reference, engines.work(), List.of(Job.named(JOB)));
    Engine engine = engines.open(count);
    references.register(engine);
    InputViews.registerNoPractice(engine);
    if (!scenarios.isEmpty()) {
      InputViews.register(engine, scenarios);
    }
    InputViews.parquet(engine, PracticeTables.PRICE_REQUEST, parquet);
    JobRunner runner = new JobRunner(engine, progress);
    Map<String, Rows> marts =
        runner.run(Job.named(JOB), Map.of("apm_status", apm.name().toLowerCase(Locale.ROOT)));
    progress.stage(
        "%d requests, %d distinct prices".formatted(count, runner.kept("int_price_request")));
    return java.util.Objects.requireNonNull(marts.get("mart_priced_request"));
  }
}
