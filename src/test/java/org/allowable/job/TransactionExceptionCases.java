package org.allowable.job;

import static org.allowable.job.CaseRun.run;
import static org.allowable.job.SmallRun.usd;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.allowable.engine.Engine;
import org.allowable.model.Warehouse;
import org.allowable.sql.SqlStep;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What the report says of transactions that did not go in. */
@Tag("long")
class TransactionExceptionCases {

  static final CaseFiles FILES = new CaseFiles();

  static {
    FILES.claim("UNREADABLE").line("99213", "150");
    FILES.paid(
        "20251020",
        "CLP*UNREADABLE*1*150*80*20*12*H1*11*1",
        "SVC*HC:99213*1,50*80**1 DTM*472*20251006 CAS*CO*45*50 CAS*PR*2*20");
  }

  @Test
  void a_held_payment_is_listed_with_what_to_do() {
    assertThat(run().rows("mart_transaction_exception"))
        .singleElement()
        .satisfies(
            row ->
                assertThat(row)
                    .containsEntry("disposition", "HELD")
                    .containsEntry("transaction_amount", usd("80.00")))
        .satisfies(row -> assertThat(String.valueOf(row.get("remedy"))).contains("resend check"));
  }

  @Test
  void a_held_payment_is_counted_in_dollars() {
    assertThat(run().row("mart_data_quality", "check_id", "DQ-34"))
        .containsEntry("row_count", 1L)
        .containsEntry("amount", usd("80.00"));
  }

  @Test
  void a_file_of_which_all_is_held_is_counted() {
    assertThat(run().row("mart_data_quality", "check_id", "DQ-01")).containsEntry("row_count", 1L);
  }

  @Test
  void a_line_whose_payment_is_held_is_open() {
    assertThat(run().line("UNREADABLE")).containsEntry("judgment", "OPEN");
  }

  private static @Nullable Object[] exception(String disposition, String file, int segment) {
    List<String> columns = Warehouse.TRANSACTION_EXCEPTION.columnNames();
    @Nullable Object[] cells = new Object[columns.size()];
    cells[columns.indexOf("disposition")] = disposition;
    cells[columns.indexOf("reason")] = "reason";
    cells[columns.indexOf("fault_segment_index")] = segment + 1;
    cells[columns.indexOf("claim_count")] = 1;
    cells[columns.indexOf("line_count")] = 1;
    cells[columns.indexOf("claim_ids")] = new String[0];
    cells[columns.indexOf("source_file")] = file + ".835";
    cells[columns.indexOf("file_sha256")] = file;
    cells[columns.indexOf("segment_index")] = segment;
    return cells;
  }

  private static List<String> standing(@Nullable Object[]... exceptions) {
    Engine engine = SmallRun.newEngine();
    engine.rows(Warehouse.TRANSACTION_EXCEPTION, Arrays.asList(exceptions));
    List<String> rows = new ArrayList<>();
    SqlStep step =
        new SqlStep(
            "int_transaction_exception",
            "jobs/report/monthly-report/int_transaction_exception.sql");
    EngineRows.of(engine, step, Map.of())
        .forEach(
            row ->
                rows.add(
                    row.get("disposition")
                        + " "
                        + row.get("source_file")
                        + " "
                        + row.get("fault_segment_index")));
    return rows;
  }

  @Test
  void what_came_whole_since_is_held_no_longer() {
    assertThat(
            standing(
                exception("HELD", "a", 3),
                exception("HELD", "a", 9),
                exception("HELD", "b", 3),
                exception("RELEASED", "a", 3),
                exception("WARNING", "a", 3)))
        .containsExactlyInAnyOrder("HELD a.835 10", "HELD b.835 4", "WARNING a.835 4");
  }
}
