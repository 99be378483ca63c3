package org.allowable.report.monthly;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.allowable.config.DateBasis;
import org.allowable.model.ReportPeriod;
import org.allowable.model.Rows;
import org.allowable.model.Table;
import org.allowable.report.Block;
import org.allowable.report.Column;
import org.allowable.report.Format;
import org.allowable.report.KeyFigure;
import org.allowable.report.Sheet;
import org.allowable.report.TableBlock;
import org.allowable.report.TextBlock;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A practice that has sent claims and loaded no remittance: nothing is zero for want of them. */
class NoRemittanceTest {

  private static Marts marts(@Nullable Object[]... months) {
    Map<String, Rows> marts = new HashMap<>();
    marts.put("mart_cash_month", rows("mart_cash_month", "payment_month STRING", months));
    for (String none :
        List.of(
            "mart_unanswered",
            "mart_credit_balance_payer",
            "mart_aging",
            "mart_work_rvu",
            "mart_trend")) {
      marts.put(none, rows(none, "payer STRING"));
    }
    return new Marts(marts);
  }

  private static Rows rows(String name, String columns, @Nullable Object[]... rows) {
    return Rows.of(Table.of(name, "", columns), List.of(rows));
  }

  private static final Marts WITHOUT = marts();
  private static final Marts WITH = marts(new Object[] {"2026-09"});

  private static List<@Nullable Object> values(Marts marts) {
    return OpenItems.figures(marts).figures().stream()
        .filter(figure -> !figure.label().equals("Unanswered (charges)"))
        .<@Nullable Object>map(KeyFigure::value)
        .toList();
  }

  private static String receivable(Marts marts) {
    ReportPeriod period = ReportPeriod.of(YearMonth.of(2026, 9));
    return Objects.requireNonNull(
            new ChartSheet(period, DateBasis.SERVICE, marts).charts().get("receivable-by-payer"))
        .title();
  }

  @Test
  void what_is_owed_back_is_not_known() {
    assertThat(values(WITHOUT)).hasSize(2).containsOnlyNulls();
  }

  @Test
  void with_remittances_and_no_credit_balance_nothing_is_owed_back() {
    assertThat(values(WITH)).hasSize(2).containsOnly(BigDecimal.ZERO);
  }

  @Test
  void insurance_receivables_are_not_known() {
    assertThat(receivable(WITHOUT)).isEqualTo("Insurance A/R not known: no remittances on file");
  }

  @Test
  void with_remittances_and_nothing_open_there_are_none() {
    assertThat(receivable(WITH)).isEqualTo("No insurance A/R");
  }

  private static List<Block> blocks(String sheet, Marts marts) {
    return marts
        .known(
            Sheet.of(
                sheet,
                "",
                "",
                TableBlock.of(List.of(Column.of("Charges", Format.MONEY)), List.of()).totaled()))
        .blocks();
  }

  @ParameterizedTest
  @ValueSource(strings = {"AR aging", "Credit balances"})
  void their_sheets_total_nothing(String sheet) {
    assertThat(blocks(sheet, WITHOUT))
        .containsExactly(TextBlock.of("", "Not known: no remittances on file."));
  }

  @ParameterizedTest
  @CsvSource({"AR aging, true", "CPT summary, false"})
  void what_is_known_is_listed(String sheet, boolean hasRemittances) {
    assertThat(blocks(sheet, hasRemittances ? WITH : WITHOUT))
        .singleElement()
        .isInstanceOf(TableBlock.class);
  }
}
