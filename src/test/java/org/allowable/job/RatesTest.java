package org.allowable.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.allowable.model.ColumnType.Decimal;
import org.allowable.model.Table;
import org.allowable.model.TableColumn;
import org.junit.jupiter.api.Test;

/** A rate is rounded once, where it is shown: tables keep more digits than any format has. */
class RatesTest {

  private static final int ENOUGH = 9;

  private static final Pattern RATE =
      Pattern.compile(
          "value|.*(_rate|_share|multiple|index|median|quartile|ratio_lower|ratio_upper|_expected)");

  /** Given by the user or a reference table, or a step that lines are counted at. */
  private static final Set<String> EXACT =
      Set.of(
          "target_multiple",
          "main_multiple",
          "other_multiple",
          "implied_multiple",
          "allowed_share",
          "earlier_allowed_share",
          "new_allowed_share",
          "withheld_share",
          "wage_index",
          "sides_share",
          "modifier_share",
          "credential_share",
          "participation_share",
          "mart_benchmark.multiple",
          "int_rate_cluster.multiple");

  // What line was priced at stands in the pricing, not in a rate of lines.
  private static final Set<String> OF_PRICING = Set.of("medicare_share", "global_share");

  @Test
  void a_rate_keeps_the_digits_that_no_format_shows() {
    Set<String> rounded = new TreeSet<>();
    tables()
        .forEach(
            table -> {
              for (TableColumn field : table.columns()) {
                String name = table.name() + "." + field.name();
                if (field.type() instanceof Decimal decimal
                    && decimal.scale() > 0
                    && decimal.scale() < ENOUGH
                    && RATE.matcher(field.name()).matches()
                    && Stream.of(EXACT, OF_PRICING)
                        .noneMatch(set -> set.contains(field.name()) || set.contains(name))) {
                  rounded.add(name + " " + decimal);
                }
              }
            });
    assertThat(rounded).isEmpty();
  }

  private static Stream<Table> tables() {
    return List.of("monthly-report", "contract-comparison", "retraining-review").stream()
        .map(Job::named)
        .flatMap(
            job ->
                Stream.concat(
                    job.steps().stream().map(step -> step.sql().makes()),
                    job.marts().stream().map(mart -> mart.sql().makes())))
        .distinct();
  }
}
