package org.allowable.job;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.allowable.config.Practice;
import org.allowable.config.ScorecardTerms;
import org.allowable.config.ScorecardTerms.DatedTerm;
import org.allowable.config.ScorecardTerms.PromptPay;
import org.jspecify.annotations.Nullable;

/** A payer's scorecard line by line, from lines, answers and denials. Slow and obvious. */
final class SlowScorecard {

  private static final BigDecimal PERCENT_YEAR = BigDecimal.valueOf(36_500);

  private final Map<String, List<Map<String, @Nullable Object>>> tables;
  private final Practice practice;
  private final LocalDate asOf;
  private final Map<Object, Map<String, @Nullable Object>> denials;
  private final Map<Object, Map<String, @Nullable Object>> sent;
  private final Map<Object, Map<String, @Nullable Object>> firstAnswers;
  private final Map<Object, List<Map<String, @Nullable Object>>> events = new HashMap<>();
  private final Map<Object, List<Map<String, @Nullable Object>>> versions = new HashMap<>();
  private final Map<Object, LocalDate> received = new HashMap<>();

  /**
   * All scorecards.
   *
   * @param asOf the day as of which lines are unanswered
   */
  SlowScorecard(
      Map<String, List<Map<String, @Nullable Object>>> tables, Practice practice, LocalDate asOf) {
    this.tables = tables;
    this.practice = practice;
    this.asOf = asOf;
    this.denials = byKey("int_denial", "claim_line_key");
    this.sent = byKey("stg_claim_line", "claim_line_key");
    this.firstAnswers = byKey("int_first_answer", "claim_line_key");
    for (Map<String, @Nullable Object> event : rows("int_line_event")) {
      events.computeIfAbsent(key(event), k -> new ArrayList<>()).add(event);
    }
    for (Map<String, @Nullable Object> version : rows("int_line_version")) {
      versions
          .computeIfAbsent(
              Objects.requireNonNull(version.get("chain_line_key")), k -> new ArrayList<>())
          .add(version);
    }
    Map<String, LocalDate> raw = new HashMap<>();
    for (Map<String, @Nullable Object> row : rows("remit_line")) {
      LocalDate day = day(row, "claim_received_date");
      if (day != null) {
        raw.put(row.get("payment_id") + " " + row.get("claim_position"), day);
      }
    }
    for (Map<String, @Nullable Object> row : rows("stg_remit_line")) {
      LocalDate day = raw.get(row.get("payment_id") + " " + row.get("claim_position"));
      if (day != null) {
        received.put(Objects.requireNonNull(row.get("remit_claim_key")), day);
      }
    }
  }

  private List<Map<String, @Nullable Object>> rows(String table) {
    return Objects.requireNonNull(tables.get(table), table);
  }

  private Map<Object, Map<String, @Nullable Object>> byKey(String table, String column) {
    Map<Object, Map<String, @Nullable Object>> all = new HashMap<>();
    rows(table).forEach(row -> all.put(Objects.requireNonNull(row.get(column)), row));
    return all;
  }

  private static Object key(Map<String, @Nullable Object> row) {
    return Objects.requireNonNull(row.get("claim_line_key"));
  }

  private static @Nullable LocalDate day(Map<String, @Nullable Object> row, String column) {
    return (LocalDate) row.get(column);
  }

  private static BigDecimal amount(Map<String, @Nullable Object> row, String column) {
    return row.get(column) instanceof BigDecimal amount ? amount : BigDecimal.ZERO;
  }

  private static boolean is(Map<String, @Nullable Object> row, String column) {
    return Boolean.TRUE.equals(row.get(column));
  }

  /** The months of a period, and whether what is unanswered at its end belongs to it. */
  record Time(Set<String> months, boolean hasOpenLines) {}

  /** What a scorecard adds up, by the names of its columns. */
  Map<String, BigDecimal> of(String payer, Time time) {
    Map<String, BigDecimal> card = new TreeMap<>();
    BigDecimal dollarDays = BigDecimal.ZERO;
    for (Map<String, @Nullable Object> line : rows("int_adjudicated_line")) {
      if (!"current".equals(line.get("line_status")) || !payer.equals(line.get("payer"))) {
        continue;
      }
      if (time.months().contains(String.valueOf(line.get("service_month")))) {
        add(card, "line_count", BigDecimal.ONE);
        add(card, "charge_amount", amount(line, "charge_amount"));
        if (isCompared(line)) {
          dollarDays = dollarDays.add(compared(card, line));
        }
      }
      interest(card, line, time);
    }
    card.put("interest_paid_amount", interestPaid(payer, time));
    card.put("delay_cost_amount", dollarDays.divide(PERCENT_YEAR, 2, RoundingMode.HALF_UP));
    for (Map<String, @Nullable Object> denial : rows("int_denial")) {
      boolean isDecided =
          Set.of("OVERTURNED", "OVERTURNED_IN_PART", "UPHELD", "WRITTEN_OFF")
              .contains(String.valueOf(denial.get("outcome")));
      if (payer.equals(denial.get("payer"))
          && "denied".equals(denial.get("denial_kind"))
          && isDecided
          && time.months().contains(month(day(denial, "first_denial_date")))) {
        add(card, "decided_line_count", BigDecimal.ONE);
        if (String.valueOf(denial.get("outcome")).startsWith("OVERTURNED")) {
          add(card, "overturned_line_count", BigDecimal.ONE);
        }
      }
    }
    return card;
  }

  // What the payer's remittances add to their payments as interest.
  private BigDecimal interestPaid(String payer, Time time) {
    Map<Object, Map<String, @Nullable Object>> payments = byKey("payment", "payment_id");
    BigDecimal paid = BigDecimal.ZERO;
    for (Map<String, @Nullable Object> adjustment : rows("provider_adjustment")) {
      Map<String, @Nullable Object> payment =
          Objects.requireNonNull(
              payments.get(Objects.requireNonNull(adjustment.get("payment_id"))));
      if ("L6".equals(adjustment.get("adjustment_code"))
          && time.months().contains(month(day(payment, "payment_date")))
          && payer.equals(payerOf(payment))) {
        paid = paid.subtract(amount(adjustment, "amount"));
      }
    }
    return paid;
  }

  private String payerOf(Map<String, @Nullable Object> payment) {
    return practice.payers().stream()
        .filter(p -> p.identifiers().contains(String.valueOf(payment.get("payer_id"))))
        .map(Practice.Payer::name)
        .findFirst()
        .orElse("Unmapped payer");
  }

  private static void add(Map<String, BigDecimal> card, String column, BigDecimal what) {
    card.merge(column, what, BigDecimal::add);
  }

  private static String month(@Nullable LocalDate day) {
    return day == null ? "" : YearMonth.from(day).toString();
  }

  private static boolean isCompared(Map<String, @Nullable Object> line) {
    return is(line, "is_adjudicated")
        && "P".equals(line.get("adjudicated_sequence"))
        && "PRICED".equals(line.get("expected_status"))
        && line.get("allowed_amount") != null;
  }

  // What a line adds, and what it adds to the delay in dollars by days by percent.
  private BigDecimal compared(Map<String, BigDecimal> card, Map<String, @Nullable Object> line) {
    BigDecimal expected = amount(line, "expected_allowed_amount");
    BigDecimal allowed = amount(line, "allowed_amount");
    add(card, "compared_line_count", BigDecimal.ONE);
    add(card, "expected_allowed_amount", expected);
    add(card, "allowed_amount", allowed);
    add(card, "paid_expected_amount", is(line, "is_denied") ? BigDecimal.ZERO : expected);
    Practice.Thresholds limits = practice.thresholds();
    if (isShort(line, limits.underpaidAmount(), limits.underpaidShare())) {
      add(card, "underpaid_line_count", BigDecimal.ONE);
      add(card, "underpaid_amount", expected.subtract(allowed));
    }
    LocalDate first = firstSent(line);
    Map<String, @Nullable Object> denial = denials.get(key(line));
    boolean isDeniedEver = denial != null && !"patient".equals(denial.get("liability"));
    if (isDeniedEver || isShort(line, limits.queueAmount(), limits.queueShare())) {
      add(card, "rework_line_count", BigDecimal.ONE);
      add(card, "rework_cost_amount", inForce(practice.scorecard().reworkCost(), first).amount());
    }
    LocalDate paid =
        events.getOrDefault(key(line), List.of()).stream()
            .filter(e -> "P".equals(e.get("payer_sequence")) && !is(e, "is_reversal"))
            .filter(e -> amount(e, "paid_amount").signum() > 0)
            .map(e -> day(e, "payment_date"))
            .filter(Objects::nonNull)
            .min(Comparator.naturalOrder())
            .orElse(null);
    BigDecimal cash = amount(line, "first_payer_paid_amount");
    if (cash.signum() <= 0 || paid == null || paid.isBefore(first)) {
      return BigDecimal.ZERO;
    }
    add(card, "delayed_line_count", BigDecimal.ONE);
    return cash.multiply(BigDecimal.valueOf(ChronoUnit.DAYS.between(first, paid)))
        .multiply(inForce(practice.scorecard().costOfCapital(), first).annualPercent());
  }

  private static boolean isShort(
      Map<String, @Nullable Object> line, BigDecimal amount, BigDecimal share) {
    BigDecimal expected = amount(line, "expected_allowed_amount");
    BigDecimal lacking = expected.subtract(amount(line, "allowed_amount"));
    return !is(line, "is_denied")
        && !is(line, "is_paid_above_allowed")
        && lacking.compareTo(amount) >= 0
        && lacking.compareTo(share.multiply(expected)) >= 0;
  }

  private static <T extends DatedTerm> T inForce(List<T> entries, LocalDate on) {
    return entries.stream().filter(e -> holds(e, on)).findFirst().orElseThrow();
  }

  private static boolean holds(DatedTerm entry, LocalDate on) {
    LocalDate to = entry.to();
    return !on.isBefore(entry.from()) && (to == null || !on.isAfter(to));
  }

  private LocalDate firstSent(Map<String, @Nullable Object> line) {
    LocalDate first = Objects.requireNonNull(day(line, "submitted_date"));
    for (Map<String, @Nullable Object> version : versions.getOrDefault(key(line), List.of())) {
      LocalDate day = Objects.requireNonNull(day(version, "submitted_date"));
      first = day.isBefore(first) ? day : first;
    }
    return first;
  }

  // When the claim that an answer of a day answers was sent: a correction starts anew.
  private LocalDate sentFor(Map<String, @Nullable Object> line, LocalDate answer) {
    LocalDate start = firstSent(line);
    for (Map<String, @Nullable Object> version : versions.getOrDefault(key(line), List.of())) {
      LocalDate day = Objects.requireNonNull(day(version, "submitted_date"));
      Map<String, @Nullable Object> claim = Objects.requireNonNull(sent.get(key(version)));
      if ("7".equals(claim.get("claim_frequency_code"))
          && !day.isAfter(answer)
          && day.isAfter(start)) {
        start = day;
      }
    }
    return start;
  }

  private void interest(
      Map<String, BigDecimal> card, Map<String, @Nullable Object> line, Time time) {
    Map<String, @Nullable Object> answer = firstAnswers.get(key(line));
    if (answer != null && is(answer, "is_first_pass") && answer.get("exclusion") == null) {
      LocalDate paid = Objects.requireNonNull(day(answer, "first_payment_date"));
      BigDecimal base =
          amount(answer, "first_paid_amount").min(amount(line, "first_payer_paid_amount"));
      if (base.signum() > 0 && time.months().contains(month(paid))) {
        LocalDate start = sentFor(line, paid);
        LocalDate said = received.get(Objects.requireNonNull(answer.get("remit_claim_key")));
        start = said != null && said.isAfter(start) ? said : start;
        owed(card, "interest_amount", line, base, start, paid);
      }
    }
    boolean isAnswered =
        events.getOrDefault(key(line), List.of()).stream()
            .filter(e -> "P".equals(e.get("payer_sequence")) && !is(e, "is_reversal"))
            .filter(
                e ->
                    Set.of("DECIDED", "CLAIM_LEVEL", "DUPLICATE")
                        .contains(String.valueOf(e.get("answer_kind"))))
            .anyMatch(e -> !Objects.requireNonNull(day(e, "payment_date")).isAfter(asOf));
    if (time.hasOpenLines()
        && !isAnswered
        && amount(line, "charge_amount").signum() > 0
        && "P".equals(Objects.requireNonNull(sent.get(key(line))).get("payer_sequence"))
        && !firstSent(line).isAfter(asOf)
        && !Objects.requireNonNull(day(line, "service_date")).plusMonths(12).isBefore(asOf)
        && line.get("expected_allowed_amount") != null) {
      owed(
          card,
          "accruing_interest_amount",
          line,
          amount(line, "expected_allowed_amount"),
          sentFor(line, asOf),
          asOf);
    }
  }

  private void owed(
      Map<String, BigDecimal> card,
      String column,
      Map<String, @Nullable Object> line,
      BigDecimal base,
      LocalDate start,
      LocalDate end) {
    PromptPay rule = rule(line, start);
    if (rule == null) {
      return;
    }
    long late = ChronoUnit.DAYS.between(start, end) - rule.days();
    if (late > 0) {
      add(
          card,
          column,
          base.multiply(rule.annualPercent())
              .multiply(BigDecimal.valueOf(late))
              .divide(PERCENT_YEAR, 2, RoundingMode.HALF_UP));
    }
  }

  private @Nullable PromptPay rule(Map<String, @Nullable Object> line, LocalDate on) {
    PromptPay narrowest = null;
    int most = -1;
    for (PromptPay rule : practice.scorecard().promptPay()) {
      int score =
          (rule.payer() == null ? 0 : 4)
              + (rule.state() == null ? 0 : 2)
              + (rule.claimType() == null ? 0 : 1);
      if (holds(rule, on) && isOf(rule, line) && score > most) {
        narrowest = rule;
        most = score;
      }
    }
    return narrowest;
  }

  private boolean isOf(PromptPay rule, Map<String, @Nullable Object> line) {
    boolean isPayer =
        rule.payer() == null
            ? Objects.requireNonNull(rule.payerClass())
                .name()
                .toLowerCase(Locale.ROOT)
                .equals(line.get("payer_class"))
            : rule.payer().equals(line.get("payer"));
    boolean isState =
        rule.state() == null
            || practice.sites().stream()
                .anyMatch(s -> s.name().equals(line.get("site")) && rule.state().equals(s.state()));
    boolean isPhysicians = "physician".equals(line.get("payment_system"));
    boolean isType =
        rule.claimType() == null
            || (rule.claimType() == ScorecardTerms.ClaimType.PROFESSIONAL) == isPhysicians;
    return isPayer && isState && isType;
  }
}
