package org.allowable.job;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.allowable.config.DateBasis;
import org.jspecify.annotations.Nullable;

/**
 * The measures, line by line and day by day: what was on file of a line on a day says whether it
 * was in A/R that day. Slow and obvious.
 */
final class SlowMeasures {

  private static final Set<String> DECIDING = Set.of("DECIDED", "CLAIM_LEVEL");
  private static final int COHORT_MONTHS = 4;

  /** A line with all that is known of it. */
  private record Line(
      Map<String, @Nullable Object> row,
      @Nullable LocalDate submitted,
      List<Map<String, @Nullable Object>> events,
      @Nullable Map<String, @Nullable Object> denial) {

    BigDecimal charge() {
      return Objects.requireNonNull(amount(row, "charge_amount"));
    }

    LocalDate service() {
      return Objects.requireNonNull(day(row, "service_date"));
    }

    LocalDate billed() {
      return submitted == null ? service() : submitted;
    }
  }

  private final List<Line> lines = new ArrayList<>();
  private final Map<Object, Line> byKey = new HashMap<>();
  private final List<Map<String, @Nullable Object>> denials;
  private final List<Map<String, @Nullable Object>> firstAnswers;
  private final Map<Object, Map<String, @Nullable Object>> answeredLines = new HashMap<>();
  private final DateBasis dateBasis;
  private final LocalDate lastPayment;

  SlowMeasures(
      Map<String, List<Map<String, @Nullable Object>>> tables,
      DateBasis dateBasis,
      LocalDate lastPayment) {
    this.dateBasis = dateBasis;
    this.lastPayment = lastPayment;
    this.denials = of(tables, "int_denial");
    this.firstAnswers = of(tables, "int_first_answer");
    for (Map<String, @Nullable Object> row : of(tables, "int_adjudicated_line")) {
      answeredLines.put(key(row), row);
      if (Objects.equals(row.get("line_status"), "current")) {
        Line line = line(row, tables);
        lines.add(line);
        byKey.put(key(row), line);
      }
    }
    for (Map<String, @Nullable Object> event : of(tables, "int_line_event")) {
      Line line = byKey.get(key(event));
      if (line != null
          && Objects.equals(event.get("payer_sequence"), line.row().get("adjudicated_sequence"))) {
        line.events().add(event);
      }
    }
  }

  private static List<Map<String, @Nullable Object>> of(
      Map<String, List<Map<String, @Nullable Object>>> tables, String table) {
    return Objects.requireNonNull(tables.get(table), table);
  }

  private Line line(
      Map<String, @Nullable Object> row, Map<String, List<Map<String, @Nullable Object>>> tables) {
    LocalDate submitted = day(row, "submitted_date");
    for (Map<String, @Nullable Object> version : of(tables, "int_line_version")) {
      LocalDate sent = day(version, "submitted_date");
      if (key(row).equals(version.get("chain_line_key"))
          && sent != null
          && (submitted == null || sent.isBefore(submitted))) {
        submitted = sent;
      }
    }
    Map<String, @Nullable Object> denial =
        denials.stream()
            .filter(d -> key(d).equals(key(row)))
            .filter(SlowMeasures::isThePractices)
            .findFirst()
            .orElse(null);
    return new Line(row, submitted, new ArrayList<>(), denial);
  }

  private static boolean isThePractices(Map<String, @Nullable Object> denial) {
    return Objects.equals(denial.get("denial_kind"), "denied")
        && denial.get("liability") != null
        && !Objects.equals(denial.get("liability"), "patient");
  }

  private static Object key(Map<String, @Nullable Object> row) {
    return Objects.requireNonNull(row.get("claim_line_key"));
  }

  private static @Nullable LocalDate day(Map<String, @Nullable Object> row, String column) {
    return (LocalDate) row.get(column);
  }

  private static @Nullable BigDecimal amount(Map<String, @Nullable Object> row, String column) {
    return (BigDecimal) row.get(column);
  }

  private static boolean is(Map<String, @Nullable Object> row, String column) {
    return Objects.equals(row.get(column), true);
  }

  /** The last day of a month that the files tell of. */
  LocalDate asOf(YearMonth month) {
    LocalDate end = month.atEndOfMonth();
    return end.isBefore(lastPayment) ? end : lastPayment;
  }

  // Unanswered by then: no answer yet, or the last that came was taken back and none came since.
  private static boolean isUnanswered(Line line, LocalDate asOf) {
    boolean isDecidedEver =
        line.events().stream().anyMatch(e -> !is(e, "is_reversal") && DECIDING.contains(kind(e)));
    Predicate<Map<String, @Nullable Object>> answers =
        e ->
            !is(e, "is_reversal")
                && (DECIDING.contains(kind(e)) || (!isDecidedEver && kind(e).equals("DUPLICATE")));
    LocalDate lastReversal =
        line.events().stream()
            .filter(e -> is(e, "is_reversal"))
            .map(SlowMeasures::paid)
            .max(LocalDate::compareTo)
            .orElse(null);
    boolean isAnswered =
        line.events().stream().anyMatch(e -> answers.test(e) && !paid(e).isAfter(asOf));
    if (!isAnswered) {
      return true;
    }
    if (lastReversal == null || lastReversal.isAfter(asOf)) {
      return false;
    }
    boolean isBeforeReversal =
        line.events().stream().anyMatch(e -> answers.test(e) && !paid(e).isAfter(lastReversal));
    List<LocalDate> later =
        line.events().stream()
            .filter(e -> !is(e, "is_reversal") && DECIDING.contains(kind(e)))
            .map(SlowMeasures::paid)
            .filter(day -> !day.isBefore(lastReversal))
            .toList();
    boolean isOtherStanding =
        later.isEmpty()
            && (is(line.row(), "is_adjudicated") || is(line.row(), "is_answered_at_claim_level"));
    return isBeforeReversal
        && !isOtherStanding
        && later.stream().allMatch(day -> day.isAfter(asOf));
  }

  private static String kind(Map<String, @Nullable Object> event) {
    return String.valueOf(event.get("answer_kind"));
  }

  private static LocalDate paid(Map<String, @Nullable Object> event) {
    return Objects.requireNonNull(day(event, "payment_date"));
  }

  private static boolean isDeniedAndOpen(Line line, LocalDate asOf) {
    Map<String, @Nullable Object> denial = line.denial();
    if (denial == null) {
      return false;
    }
    LocalDate denied = day(denial, "first_denial_date");
    LocalDate settled = day(denial, "outcome_date");
    return denied != null && !denied.isAfter(asOf) && (settled == null || settled.isAfter(asOf));
  }

  /** Whether a line is in A/R at the end of a day. */
  private boolean isReceivable(Line line, LocalDate asOf) {
    if (line.billed().isAfter(asOf) || line.charge().signum() <= 0) {
      return false;
    }
    boolean isUnanswered = isUnanswered(line, asOf);
    return isUnanswered
        ? !line.service().plusMonths(12).isBefore(asOf)
        : isDeniedAndOpen(line, asOf);
  }

  /** Charges in A/R by payer, of lines between two ages in days. */
  Map<String, BigDecimal> aged(YearMonth month, long from, long to) {
    Map<String, BigDecimal> sums = new TreeMap<>();
    for (Line line : receivable(month)) {
      long age = ChronoUnit.DAYS.between(line.service(), asOf(month));
      if (age >= from && age <= to) {
        sums.merge(String.valueOf(line.row().get("payer")), line.charge(), BigDecimal::add);
      }
    }
    return sums;
  }

  private List<Line> receivable(YearMonth month) {
    return lines.stream().filter(line -> isReceivable(line, asOf(month))).toList();
  }

  /** Numerator and denominator of a quotient in a month. */
  private BigDecimal[] quotient(String measure, YearMonth month) {
    return switch (measure) {
      case "NET_DAYS_IN_AR" ->
          pair(
              sum(receivable(month), "expected_allowed_amount"),
              daily(month, "expected_allowed_amount"));
      case "GROSS_DAYS_IN_AR" ->
          pair(sum(receivable(month), "charge_amount"), daily(month, "charge_amount"));
      case "AR_OVER_90_DAYS" -> pair(older(month, 91), older(month, Long.MIN_VALUE));
      case "AR_OVER_120_DAYS" -> pair(older(month, 121), older(month, Long.MIN_VALUE));
      case "INSURANCE_NET_COLLECTION_RATE" -> collected(month);
      case "FIRST_PASS_YIELD" -> first(month, row -> is(row, "is_first_pass"), false);
      case "INITIAL_DENIAL_RATE" -> first(month, row -> is(row, "is_initially_denied"), false);
      case "INITIAL_DENIAL_RATE_CHARGES" ->
          first(month, row -> is(row, "is_initially_denied"), true);
      case "FINAL_DENIAL_RATE" -> lost(month);
      case "CHARGE_LAG" -> lag(month);
      default -> throw new IllegalArgumentException(measure);
    };
  }

  private static BigDecimal[] pair(BigDecimal numerator, BigDecimal denominator) {
    return new BigDecimal[] {numerator, denominator};
  }

  private static BigDecimal sum(List<Line> lines, String column) {
    BigDecimal sum = BigDecimal.ZERO;
    for (Line line : lines) {
      BigDecimal amount = amount(line.row(), column);
      sum = amount == null ? sum : sum.add(amount);
    }
    return sum;
  }

  private BigDecimal older(YearMonth month, long days) {
    return sum(
        receivable(month).stream()
            .filter(line -> ChronoUnit.DAYS.between(line.service(), asOf(month)) >= days)
            .toList(),
        "charge_amount");
  }

  private BigDecimal daily(YearMonth month, String column) {
    LocalDate from = month.minusMonths(2).atDay(1);
    List<Line> billed =
        lines.stream()
            .filter(l -> !l.billed().isBefore(from) && !l.billed().isAfter(asOf(month)))
            .toList();
    long days = ChronoUnit.DAYS.between(from, asOf(month)) + 1;
    return sum(billed, column).divide(BigDecimal.valueOf(days), 12, RoundingMode.HALF_UP);
  }

  private BigDecimal[] collected(YearMonth month) {
    BigDecimal paid = BigDecimal.ZERO;
    BigDecimal expected = BigDecimal.ZERO;
    for (Line line : lines) {
      BigDecimal owed = amount(line.row(), "expected_payment_amount");
      Object sequence = line.row().get("adjudicated_sequence");
      if (owed != null
          && YearMonth.from(line.service()).equals(month.minusMonths(COHORT_MONTHS))
          && !is(line.row(), "is_capitated")
          && !is(line.row(), "is_duplicate")
          && (sequence == null || sequence.equals("P"))) {
        expected = expected.add(owed);
        for (Map<String, @Nullable Object> event : line.events()) {
          if (!paid(event).isAfter(month.atEndOfMonth())) {
            paid = paid.add(Objects.requireNonNull(amount(event, "paid_amount")));
          }
        }
      }
    }
    return pair(paid, expected);
  }

  private BigDecimal[] first(
      YearMonth month, Predicate<Map<String, @Nullable Object>> isCounted, boolean isInCharges) {
    BigDecimal counted = BigDecimal.ZERO;
    BigDecimal all = BigDecimal.ZERO;
    for (Map<String, @Nullable Object> answer : firstAnswers) {
      Map<String, @Nullable Object> line = Objects.requireNonNull(answeredLines.get(key(answer)));
      Object of =
          dateBasis == DateBasis.SERVICE ? line.get("service_month") : answer.get("answer_month");
      if (answer.get("exclusion") == null && month.toString().equals(of)) {
        BigDecimal one =
            isInCharges ? Objects.requireNonNull(amount(line, "charge_amount")) : BigDecimal.ONE;
        all = all.add(one);
        counted = isCounted.test(answer) ? counted.add(one) : counted;
      }
    }
    return pair(counted, all);
  }

  private BigDecimal[] lost(YearMonth month) {
    long lost =
        denials.stream()
            .filter(SlowMeasures::isThePractices)
            .filter(d -> Set.of("UPHELD", "WRITTEN_OFF").contains(String.valueOf(d.get("outcome"))))
            .filter(
                d -> YearMonth.from(Objects.requireNonNull(day(d, "outcome_date"))).equals(month))
            .count();
    long answered =
        firstAnswers.stream()
            .filter(answer -> answer.get("exclusion") == null)
            .filter(answer -> month.toString().equals(answer.get("answer_month")))
            .count();
    return pair(BigDecimal.valueOf(lost), BigDecimal.valueOf(answered));
  }

  private BigDecimal[] lag(YearMonth month) {
    long days = 0;
    long count = 0;
    for (Line line : lines) {
      if (line.submitted() != null
          && YearMonth.from(line.submitted()).equals(month)
          && !line.submitted().isBefore(line.service())) {
        days += ChronoUnit.DAYS.between(line.service(), line.submitted());
        count++;
      }
    }
    return pair(BigDecimal.valueOf(days), BigDecimal.valueOf(count));
  }

  /** Days to pay of every line first paid in the months, in order. */
  private List<Long> daysToPay(List<YearMonth> months) {
    List<Long> days = new ArrayList<>();
    for (Line line : lines) {
      LocalDate paid =
          line.events().stream()
              .filter(e -> !is(e, "is_reversal"))
              .filter(e -> Objects.requireNonNull(amount(e, "paid_amount")).signum() > 0)
              .map(SlowMeasures::paid)
              .min(LocalDate::compareTo)
              .orElse(null);
      if (paid != null
          && line.submitted() != null
          && months.contains(YearMonth.from(paid))
          && !paid.isBefore(line.submitted())) {
        days.add(ChronoUnit.DAYS.between(line.submitted(), paid));
      }
    }
    return days.stream().sorted().toList();
  }

  // The fewest days within which that many of a hundred lines were paid.
  private @Nullable BigDecimal percentile(List<YearMonth> months, int percent) {
    List<Long> days = daysToPay(months);
    for (int i = 0; i < days.size(); i++) {
      if ((i + 1L) * 100 >= (long) percent * days.size()) {
        return BigDecimal.valueOf(days.get(i));
      }
    }
    return null;
  }

  /** A measure over some months; null where nothing is to be divided. */
  @Nullable BigDecimal value(String measure, List<YearMonth> months) {
    if (measure.equals("MEDIAN_DAYS_TO_PAY")) {
      return percentile(months, 50);
    }
    if (measure.equals("DAYS_TO_PAY_90TH_PERCENTILE")) {
      return percentile(months, 90);
    }
    BigDecimal numerator = BigDecimal.ZERO;
    BigDecimal denominator = BigDecimal.ZERO;
    for (YearMonth month : months) {
      BigDecimal[] pair = quotient(measure, month);
      if (pair[1].signum() > 0) {
        numerator = numerator.add(pair[0]);
        denominator = denominator.add(pair[1]);
      }
    }
    return denominator.signum() == 0
        ? null
        : numerator.divide(denominator, 10, RoundingMode.HALF_UP);
  }
}
