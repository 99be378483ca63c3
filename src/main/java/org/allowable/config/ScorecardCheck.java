package org.allowable.config;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.BiPredicate;
import org.allowable.config.ScorecardTerms.DatedTerm;
import org.allowable.config.ScorecardTerms.PromptPay;
import org.allowable.model.InputException;
import org.jspecify.annotations.Nullable;

/** Refuses entries for payer scorecards that cannot hold, by their line. */
final class ScorecardCheck {

  private static final BigDecimal MOST_AMOUNT = BigDecimal.valueOf(1000);
  private static final int AMOUNT_DECIMALS = 2;
  // Less than one percent is 0.12 written for 12 percent.
  private static final BigDecimal LEAST_PERCENT = BigDecimal.ONE;
  private static final BigDecimal MOST_PERCENT = BigDecimal.valueOf(100);
  private static final int PERCENT_DECIMALS = 4;
  private static final int MOST_DAYS = 365;

  private static final String PERCENT = "annual_percent";

  private final Path file;
  private final Practice practice;

  ScorecardCheck(Path file, Practice practice) {
    this.file = file;
    this.practice = practice;
  }

  /**
   * Checks all entries.
   *
   * @throws InputException naming the line of the first that cannot hold
   */
  void run() {
    ScorecardTerms terms = practice.scorecard();
    checkDates("rework_cost", terms.reworkCost(), (one, other) -> true);
    for (int i = 0; i < terms.reworkCost().size(); i++) {
      amount(i, terms.reworkCost().get(i).amount());
    }
    checkDates("cost_of_capital", terms.costOfCapital(), (one, other) -> true);
    for (int i = 0; i < terms.costOfCapital().size(); i++) {
      percent("cost_of_capital", i, terms.costOfCapital().get(i).annualPercent());
    }
    for (int i = 0; i < terms.promptPay().size(); i++) {
      rule(i, terms.promptPay().get(i));
    }
    checkDates("prompt_pay", terms.promptPay(), ScorecardCheck::isAsNarrow);
  }

  private void amount(int place, BigDecimal amount) {
    if (amount.signum() < 0
        || amount.compareTo(MOST_AMOUNT) > 0
        || DecimalPlaces.isMoreThan(AMOUNT_DECIMALS, amount)) {
      throw wrong(
          "expected an amount of 0 to 1,000 dollars a line with at most two decimals, found %s. Write it such as 25.00."
              .formatted(DecimalPlaces.inWords(amount)),
          "rework_cost",
          place,
          "amount");
    }
  }

  private void percent(String list, int place, BigDecimal percent) {
    if (percent.compareTo(LEAST_PERCENT) < 0
        || percent.compareTo(MOST_PERCENT) > 0
        || DecimalPlaces.isMoreThan(PERCENT_DECIMALS, percent)) {
      throw wrong(
          "expected 1 to 100 percent a year with at most four decimals, found %s. Write 12 for 12 percent."
              .formatted(DecimalPlaces.inWords(percent)),
          list,
          place,
          PERCENT);
    }
  }

  private void rule(int place, PromptPay rule) {
    if ((rule.payer() == null) == (rule.payerClass() == null)) {
      throw wrong(
          "expected either payer or payer_class, found %s. Name one of them."
              .formatted(rule.payer() == null ? "neither" : "both"),
          "prompt_pay",
          place);
    }
    payer(place, rule.payer());
    state(place, rule.state());
    if (rule.days() < 1 || rule.days() > MOST_DAYS) {
      throw wrong(
          "expected 1 to %d days from receipt, found %d. Write the days for electronic claims, such as 30."
              .formatted(MOST_DAYS, rule.days()),
          "prompt_pay",
          place,
          "days");
    }
    percent("prompt_pay", place, rule.annualPercent());
  }

  private void payer(int place, @Nullable String payer) {
    List<String> names = practice.payers().stream().map(Practice.Payer::name).toList();
    if (payer != null && !names.contains(payer.strip())) {
      throw wrong(
          "expected a payer of this file, found %s.%s Write its name as under payers."
              .formatted(payer, NearestKey.hint(payer, names)),
          "prompt_pay",
          place,
          "payer");
    }
  }

  // A rule of a state without a site would hold for nothing, in silence.
  private void state(int place, @Nullable String state) {
    boolean isKnown =
        state == null
            || practice.sites().stream()
                .anyMatch(site -> site.state() != null && isAlike(site.state(), state));
    if (!isKnown) {
      throw wrong(
          "expected the state of a site, found %s. Give the site its state, or leave state out for all."
              .formatted(state),
          "prompt_pay",
          place,
          "state");
    }
  }

  private static boolean isAsNarrow(DatedTerm one, DatedTerm other) {
    return one instanceof PromptPay first
        && other instanceof PromptPay second
        && isAlike(first.payer(), second.payer())
        && first.payerClass() == second.payerClass()
        && isAlike(first.state(), second.state())
        && first.claimType() == second.claimType();
  }

  private static boolean isAlike(@Nullable String one, @Nullable String other) {
    return Objects.equals(normal(one), normal(other));
  }

  private static @Nullable String normal(@Nullable String text) {
    return text == null ? null : text.strip().toUpperCase(Locale.ROOT);
  }

  // Two entries for one day would count its lines twice.
  private void checkDates(
      String list, List<? extends DatedTerm> entries, BiPredicate<DatedTerm, DatedTerm> isSame) {
    List<DatedTerm> before = new ArrayList<>();
    for (int i = 0; i < entries.size(); i++) {
      DatedTerm entry = entries.get(i);
      if (entry.source().isBlank()) {
        throw wrong(
            "expected a source, found none. Say where the entry is from.", list, i, "source");
      }
      if (entry.to() != null && entry.to().isBefore(entry.from())) {
        throw wrong(
            "expected a last day on or after %s, found %s. Correct from or to."
                .formatted(entry.from(), entry.to()),
            list,
            i,
            "to");
      }
      if (before.stream().anyMatch(one -> isSame.test(one, entry) && isOverlapping(one, entry))) {
        throw wrong(
            "expected one entry for a day, found a second that is as narrow from %s on. End one the day before the next starts."
                .formatted(entry.from()),
            list,
            i,
            "from");
      }
      before.add(entry);
    }
  }

  private static boolean isOverlapping(DatedTerm one, DatedTerm other) {
    return !end(one).isBefore(other.from()) && !end(other).isBefore(one.from());
  }

  private static LocalDate end(DatedTerm entry) {
    LocalDate to = entry.to();
    return to == null ? LocalDate.MAX : to;
  }

  private InputException wrong(String sentence, Object... path) {
    Object[] whole = new Object[path.length + 1];
    whole[0] = "scorecard";
    System.arraycopy(path, 0, whole, 1, path.length);
    StringBuilder key = new StringBuilder("scorecard");
    for (Object step : path) {
      key.append(step instanceof Integer ? "[" + step + "]" : "." + step);
    }
    return new InputException(
        "%s, line %d: %s: %s".formatted(file, YamlNode.read(file).lineOf(whole), key, sentence));
  }
}
