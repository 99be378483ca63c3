package org.allowable.contract;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeSet;
import org.allowable.contract.Contract.Escalator;
import org.allowable.contract.Contract.Method;
import org.jspecify.annotations.Nullable;

/**
 * Lays a contract's increases out in time: "3 percent each January, compounding" becomes a factor
 * for every year.
 */
final class Escalation {

  // How far a contract without an end is laid out; its last factor holds from then on.
  private static final int YEARS = 50;
  private static final int DECIMALS = 8;
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  /**
   * A factor by which rates of a method are raised.
   *
   * @param location the increase that came last
   */
  record Factor(Method method, Period period, BigDecimal factor, FileLocation location) {}

  private Escalation() {}

  /** All factors of a contract; before the first increase of a method there is none. */
  static List<Factor> of(Contract contract) {
    List<Factor> factors = new ArrayList<>();
    for (Method method : Method.values()) {
      List<Escalator> raising =
          contract.escalators().stream().filter(e -> e.methods().contains(method)).toList();
      factors.addAll(factors(contract.period(), method, raising));
    }
    return factors;
  }

  private static List<Factor> factors(Period contract, Method method, List<Escalator> escalators) {
    List<LocalDate> days = new ArrayList<>(days(contract, escalators));
    List<Factor> factors = new ArrayList<>();
    for (int i = 0; i < days.size(); i++) {
      LocalDate day = days.get(i);
      LocalDate last = i + 1 < days.size() ? days.get(i + 1).minusDays(1) : contract.to();
      factors.add(
          new Factor(
              method, new Period(day, last), factor(escalators, day), last(escalators, day)));
    }
    return factors;
  }

  private static SortedSet<LocalDate> days(Period contract, List<Escalator> escalators) {
    SortedSet<LocalDate> days = new TreeSet<>();
    for (Escalator escalator : escalators) {
      int times = escalator.isYearly() ? YEARS : 1;
      for (int year = 0; year < times; year++) {
        LocalDate day = escalator.from().plusYears(year);
        if (contract.contains(day)) {
          days.add(day);
        }
      }
    }
    return days;
  }

  private static BigDecimal factor(List<Escalator> escalators, LocalDate day) {
    BigDecimal factor = BigDecimal.ONE;
    for (Escalator escalator : escalators) {
      factor = factor.multiply(factor(escalator, day));
    }
    return factor.setScale(DECIMALS, RoundingMode.HALF_UP);
  }

  private static BigDecimal factor(Escalator escalator, LocalDate day) {
    int times = times(escalator, day);
    BigDecimal share = escalator.percent().divide(HUNDRED);
    return escalator.isCompounding()
        ? BigDecimal.ONE.add(share).pow(times)
        : BigDecimal.ONE.add(share.multiply(BigDecimal.valueOf(times)));
  }

  private static int times(Escalator escalator, LocalDate day) {
    if (day.isBefore(escalator.from())) {
      return 0;
    }
    int times = 1;
    while (escalator.isYearly() && !day.isBefore(escalator.from().plusYears(times))) {
      times++;
    }
    return times;
  }

  private static FileLocation last(List<Escalator> escalators, LocalDate day) {
    @Nullable Escalator last = null;
    for (Escalator escalator : escalators) {
      if (!day.isBefore(escalator.from())
          && (last == null || !escalator.from().isBefore(last.from()))) {
        last = escalator;
      }
    }
    return Objects.requireNonNull(last).location();
  }
}
