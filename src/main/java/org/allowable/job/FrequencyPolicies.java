package org.allowable.job;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.allowable.config.Practice;
import org.allowable.model.InputException;
import org.allowable.model.Reference;
import org.allowable.model.Table;

/** The frequency policies of a run: rows that SQL would misread are refused before it runs. */
final class FrequencyPolicies {

  private static final Table POLICY = Reference.FREQUENCY_POLICY;
  private static final Table CODE = Reference.FREQUENCY_POLICY_CODE;
  private static final Table DEFAULT = Reference.FREQUENCY_POLICY_DEFAULT;
  private static final Table SIGNAL = Reference.FREQUENCY_SIGNAL;

  private static final Map<String, Set<String>> WORDS =
      Map.of(
          "unit", Set.of("session", "injection"),
          "same_day_rule", Set.of("one_session", "each_unit", "each_unit_and_side"),
          "gap_rule", Set.of("", "limit", "clinical"),
          "reset_rule", Set.of("none", "new_episode"),
          "counts", Set.of("performed", "performed_and_paid"),
          "limit_kind", Set.of("patient", "contract", "possible"));

  private final Set<String> known;

  private FrequencyPolicies(Set<String> known) {
    this.known = known;
  }

  /**
   * Reads the tables.
   *
   * @throws InputException naming table and row if one has an unknown word, no window or two, or a
   *     cap below one
   */
  static FrequencyPolicies read(ReferenceViews references) {
    Set<String> known = new TreeSet<>();
    for (Table table : List.of(POLICY, CODE, DEFAULT, SIGNAL)) {
      references.forEach(table, row -> checkWords(table, row));
    }
    references.forEach(
        POLICY,
        row -> {
          checkNumbers(row);
          known.add(cell(POLICY, row, "policy"));
        });
    for (Table table : List.of(CODE, DEFAULT)) {
      references.forEach(table, row -> requireKnown(table, row, known));
    }
    return new FrequencyPolicies(known);
  }

  /**
   * Refuses a practice that names a policy that is not there.
   *
   * @throws InputException naming the payer
   */
  void require(Practice practice, Path practiceFile) {
    for (Practice.Payer payer : practice.payers()) {
      for (String policy :
          Objects.requireNonNullElse(payer.frequencyPolicies(), List.<String>of())) {
        if (!known.contains(policy)) {
          throw new InputException(
              "%s: payer %s names the frequency policy %s, which no row of the reference table frequency_policy knows. Name one of %s, or add its rows."
                  .formatted(practiceFile, payer.name(), policy, String.join(", ", known)));
        }
      }
    }
  }

  private static void checkWords(Table table, List<String> row) {
    for (String column : table.columnNames()) {
      Set<String> words = WORDS.get(column);
      if (words != null && !words.contains(cell(table, row, column))) {
        String list =
            new TreeSet<>(words)
                .stream().filter(w -> !w.isEmpty()).collect(Collectors.joining(", "));
        throw refused(table, key(table, row), "%s is none of %s".formatted(column, list));
      }
    }
  }

  private static void checkNumbers(List<String> row) {
    String key = key(POLICY, row);
    boolean hasMonths = !cell(POLICY, row, "window_months").isEmpty();
    if (hasMonths != cell(POLICY, row, "window_days").isEmpty()) {
      throw refused(POLICY, key, "one of window_months and window_days is needed, and only one");
    }
    for (String column : List.of("cap", "window_months", "window_days", "session_region_cap")) {
      String number = cell(POLICY, row, column);
      if (!number.isEmpty() && Integer.parseInt(number) < 1) {
        throw refused(POLICY, key, column + " is less than 1");
      }
    }
    if (cell(POLICY, row, "minimum_gap_days").isEmpty()
        != cell(POLICY, row, "gap_rule").isEmpty()) {
      throw refused(POLICY, key, "minimum_gap_days and gap_rule are needed both or neither");
    }
  }

  private static void requireKnown(Table table, List<String> row, Set<String> known) {
    if (!known.contains(cell(table, row, "policy"))) {
      throw refused(table, key(table, row), "frequency_policy has no row of this policy");
    }
  }

  private static InputException refused(Table table, String key, String what) {
    return new InputException("Reference table %s, row %s: %s.".formatted(table.name(), key, what));
  }

  // What a row is about, apart from its time.
  private static String key(Table table, List<String> row) {
    return table.grain().stream()
        .filter(column -> !column.equals("effective_from_date"))
        .map(column -> cell(table, row, column))
        .collect(Collectors.joining(" / "));
  }

  private static String cell(Table table, List<String> row, String column) {
    return row.get(table.indexOf(column));
  }
}
