package org.allowable.job;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import org.allowable.config.Practice;
import org.allowable.engine.Engine;
import org.allowable.model.Progress;
import org.allowable.model.Rows;
import org.jspecify.annotations.Nullable;

/**
 * Prices the canary claims of a contract folder by the SQL that prices all other lines. A run whose
 * canary claims do not come out as somebody worked them out by hand must not publish.
 */
public final class CanaryRun {

  /** The job that prices them. */
  static final String JOB = "canary";

  private CanaryRun() {}

  /**
   * A canary claim and what came out.
   *
   * @param file that states it
   * @param line of the file, from 1
   * @param contract that was tried
   * @param expected US dollars
   * @param found US dollars; null where there is no price
   * @param status why there is none; PRICED otherwise
   * @param basis the rule that found it; null where there is none
   * @param isMet whether found is expected
   */
  public record Result(
      String file,
      int line,
      String contract,
      BigDecimal expected,
      @Nullable BigDecimal found,
      String status,
      @Nullable String basis,
      boolean isMet) {

    /** In one line: where it stands, what was expected, what was found and by what rule. */
    public String text() {
      return "%s, line %d: expected %s, found %s"
          .formatted(
              file,
              line,
              expected.toPlainString(),
              found == null ? "no price (" + status + ")" : found.toPlainString() + by());
    }

    private String by() {
      return basis == null ? "" : " by the term: " + basis;
    }
  }

  /**
   * Prices them.
   *
   * @return one result a canary claim, in the order of the file; none where there is no file
   */
  static List<Result> run(
      ReferenceViews references,
      RunContracts contracts,
      Practice practice,
      Engines engines,
      Progress progress) {
    if (contracts.contractSet().canaries().isEmpty()) {
      return List.of();
    }
    Engine engine = engines.open(contracts.contractSet().canaries().size());
    references.register(engine);
    contracts.register(engine, practice);
    return run(engine, practice, progress);
  }

  /** Prices those that are tables of an engine. */
  static List<Result> run(Engine engine, Practice practice, Progress progress) {
    Rows rows =
        Objects.requireNonNull(
            new JobRunner(engine, Progress.SILENT)
                .run(Job.named(JOB), PracticeSettings.parameters(practice))
                .get("mart_canary"));
    List<Result> results = new ArrayList<>();
    for (Iterator<@Nullable Object[]> i = rows.iterator().get(); i.hasNext(); ) {
      results.add(result(rows, i.next()));
    }
    progress.stage("canary claims: %d priced".formatted(results.size()));
    return results;
  }

  private static Result result(Rows rows, @Nullable Object[] row) {
    return new Result(
        Objects.requireNonNull(text(rows, row, "source_file")),
        (Integer) Objects.requireNonNull(row[rows.table().indexOf("source_line")]),
        Objects.requireNonNull(text(rows, row, "contract")),
        (BigDecimal) Objects.requireNonNull(row[rows.table().indexOf("expected_allowed_amount")]),
        (BigDecimal) row[rows.table().indexOf("found_allowed_amount")],
        Objects.requireNonNull(text(rows, row, "contract_status")),
        text(rows, row, "basis"),
        Boolean.TRUE.equals(row[rows.table().indexOf("is_met")]));
  }

  private static @Nullable String text(Rows rows, @Nullable Object[] row, String column) {
    return (String) row[rows.table().indexOf(column)];
  }
}
