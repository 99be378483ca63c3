package org.allowable.job;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
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
    Asked asked = Asked.in(requests);
    ReferenceViews references =
        ReferenceViews.of(reference, engines.work(), List.of(Job.named(JOB)));
    Engine engine = engines.open(asked.count());
    references.register(engine, asked.zipCodes()::contains);
    InputViews.registerNoPractice(engine);
    if (!scenarios.isEmpty()) {
      InputViews.register(engine, scenarios);
    }
    engine.load(PracticeTables.PRICE_REQUEST, requests::forEach);
    JobRunner runner = new JobRunner(engine, progress);
    Map<String, Rows> marts =
        runner.run(Job.named(JOB), Map.of("apm_status", apm.name().toLowerCase(Locale.ROOT)));
    progress.stage(
        "%d requests, %d distinct prices"
            .formatted(asked.count(), runner.kept("int_price_request")));
    return java.util.Objects.requireNonNull(marts.get("mart_priced_request"));
  }

  // Read before an engine is there: a cell that cannot be read is said at once, and few ZIP codes
  // are looked up of all.
  private record Asked(long count, Set<String> zipCodes) {

    static Asked in(PriceRequestFile requests) {
      int zipCode = PracticeTables.PRICE_REQUEST.indexOf("zip_code");
      AtomicLong count = new AtomicLong();
      Set<String> zipCodes = new HashSet<>();
      requests.forEach(
          row -> {
            count.incrementAndGet();
            if (row[zipCode] instanceof String zip) {
              zipCodes.add(zip);
            }
          });
      return new Asked(count.get(), zipCodes);
    }
  }
}
