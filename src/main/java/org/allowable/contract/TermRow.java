package org.allowable.contract;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.allowable.contract.Contract.Method;
import org.allowable.contract.Contract.Term;
import org.jspecify.annotations.Nullable;

/**
 * A term for one of its codes or ranges. Of several that fit a line the most specific counts: a
 * single code before a range, a narrower range before a wider one, a range before a fee schedule
 * that lists the code, that before a rate of all codes, and the rate of what is unlisted last.
 * Among those alike one for a modifier comes before one for a place of service, that before one for
 * a setting, that before one without.
 *
 * @param term the term
 * @param codes its codes; null for all, or all of the fee schedule
 */
record TermRow(Term term, @Nullable CodeRange codes) {

  private static final int MODIFIER = 4;
  private static final int PLACE_OF_SERVICE = 2;
  private static final int SETTING = 1;
  private static final int SCHEDULE_WIDTH = 1_000_000;
  private static final int WIDEST = 2_000_000;

  private static final Comparator<TermRow> SPECIFICITY =
      Comparator.comparing((TermRow row) -> row.term.isForUnlisted())
          .thenComparingInt(TermRow::width)
          .thenComparing(Comparator.comparingInt(TermRow::conditions).reversed());

  /** A contract's rows, the most specific first; those alike in the order of the file. */
  static List<TermRow> ranked(Contract contract) {
    return contract.terms().stream()
        .flatMap(
            term ->
                term.codes().isEmpty()
                    ? Stream.of(new TermRow(term, null))
                    : term.codes().stream().map(codes -> new TermRow(term, codes)))
        .sorted(SPECIFICITY)
        .toList();
  }

  /** Pairs that fit the same line and of which neither is more specific. */
  static List<List<TermRow>> conflicts(Contract contract) {
    List<List<TermRow>> conflicts = new ArrayList<>();
    List<TermRow> rows = ranked(contract);
    for (int i = 0; i < rows.size(); i++) {
      TermRow row = rows.get(i);
      for (int j = i + 1; j < rows.size() && SPECIFICITY.compare(row, rows.get(j)) == 0; j++) {
        if (row.isInConflict(rows.get(j), contract)) {
          conflicts.add(List.of(row, rows.get(j)));
        }
      }
    }
    return conflicts;
  }

  private boolean isInConflict(TermRow other, Contract contract) {
    return term.number() != other.term.number()
        && term.period().overlaps(other.term.period())
        && Objects.equals(term.setting(), other.term.setting())
        && Objects.equals(term.placeOfService(), other.term.placeOfService())
        && Objects.equals(term.modifier(), other.term.modifier())
        && sharesCode(other, contract);
  }

  private boolean sharesCode(TermRow other, Contract contract) {
    if (codes != null && other.codes != null) {
      return codes.overlaps(other.codes);
    }
    if (!isSchedule() || !other.isSchedule()) {
      return true;
    }
    List<String> listed = schedule(contract);
    return other.schedule(contract).stream().anyMatch(listed::contains);
  }

  private List<String> schedule(Contract contract) {
    return contract.schedules().getOrDefault(String.valueOf(term.schedule()), List.of()).stream()
        .map(Contract.ScheduleFee::code)
        .distinct()
        .toList();
  }

  private boolean isSchedule() {
    return term.method() == Method.FEE_SCHEDULE;
  }

  private int width() {
    if (codes != null) {
      return codes.width();
    }
    return isSchedule() ? SCHEDULE_WIDTH : WIDEST;
  }

  private int conditions() {
    return (term.modifier() == null ? 0 : MODIFIER)
        + (term.placeOfService() == null ? 0 : PLACE_OF_SERVICE)
        + (term.setting() == null ? 0 : SETTING);
  }
}
