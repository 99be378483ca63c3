package org.allowable.contract.inference;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.allowable.contract.Contract.Method;
import org.allowable.contract.inference.InferredRates.Unknown;
import org.jspecify.annotations.Nullable;

/**
 * A contract file with what was inferred, to start from. Every line of the file has its place
 * whatever the fit says, so that a term is known by its line.
 *
 * @param payer as the practice file names it
 * @param rates what was inferred, at least one rate
 * @param isLesserOfLine whether a charge below the price is the price
 */
public record InferredContract(String payer, InferredRates rates, boolean isLesserOfLine) {

  // As many amounts as a reader takes in among other terms; more are a schedule of their own.
  private static final int MOST_AMOUNTS = 5;
  private static final int MOST_UNKNOWN = 40;
  private static final int MOST_ID = 50;
  private static final int HEADER_LINES = 9;
  private static final DateTimeFormatter MONTH =
      DateTimeFormatter.ofPattern("MM/yyyy", Locale.ROOT);

  /** By which the practice file names it. */
  public String id() {
    String name =
        payer.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
    String shortened = name.length() > MOST_ID ? name.substring(0, MOST_ID) : name;
    return shortened.isEmpty() ? "payer-inferred" : shortened + "-inferred";
  }

  /** Name of the contract file. */
  public String fileName() {
    return id() + ".yaml";
  }

  /** Name of the fee schedule file beside it. */
  public String scheduleName() {
    return id() + ".csv";
  }

  private boolean isReducedAtAll() {
    return rates.rates().stream().anyMatch(rate -> rate.option().basis().isReduced());
  }

  private boolean isScheduled(InferredRate rate) {
    return rate.option().method() == Method.FIXED_AMOUNT
        && rate.option().basis().isReduced() == isReducedAtAll()
        && amounts() > MOST_AMOUNTS;
  }

  // The percent of the charge that most codes have is that of whatever has no other rate.
  private boolean isUnlisted(InferredRate rate) {
    return rates.rates().stream()
        .filter(each -> each.option().method() == Method.PERCENT_OF_CHARGE)
        .filter(each -> each.from().equals(rates.first()) && each.to() == null)
        .max(Comparator.comparingInt(each -> each.codes().size()))
        .filter(most -> most.option().equals(rate.option()) && rate.to() == null)
        .isPresent();
  }

  private long amounts() {
    return rates.rates().stream()
        .filter(rate -> rate.option().method() == Method.FIXED_AMOUNT)
        .mapToLong(rate -> rate.codes().size())
        .sum();
  }

  /** The line of the term that names the fee schedule, where there is one. */
  public int scheduleLine() {
    return HEADER_LINES + 2;
  }

  /** The fee schedule's content; null where the contract needs none. */
  public @Nullable String schedule() {
    List<String> rows =
        rates.rates().stream()
            .filter(this::isScheduled)
            .flatMap(rate -> rate.codes().stream().map(code -> scheduleRow(code, rate)))
            .sorted()
            .toList();
    return rows.isEmpty()
        ? null
        : "hcpcs_code,amount,setting,effective_from_date,effective_to_date\n"
            + String.join("\n", rows)
            + "\n";
  }

  private static String scheduleRow(String code, InferredRate rate) {
    return String.join(
        ",",
        code,
        rate.option().plainRate(),
        rate.setting() == null ? "" : rate.setting(),
        rate.from().atDay(1).toString(),
        rate.to() == null ? "" : rate.to().atEndOfMonth().toString());
  }

  /**
   * The contract file's content.
   *
   * @param fit of each term by its line in the file; empty before it is known
   */
  public String text(Map<Integer, TermFit> fit) {
    TermFit all = fit.values().stream().reduce(TermFit.NONE, TermFit::plus);
    List<String> lines = new ArrayList<>();
    lines.add(
        "# Inferred from what %s allowed for services from %s to %s. It is not an agreement:"
            .formatted(payer, MONTH.format(rates.first()), MONTH.format(rates.last())));
    lines.add("# hold it against the signed contract before you use it.");
    lines.add("# Fit: " + all.words() + ".");
    lines.add("contract: " + id());
    lines.add("name: " + quoted(payer + ", inferred"));
    lines.add("from: " + rates.first().atDay(1));
    lines.add("lesser_of: " + (isLesserOfLine ? "line" : "none"));
    lines.add("multiple_procedures: " + (isReducedAtAll() ? "medicare" : "none"));
    lines.add("terms:");
    if (rates.rates().stream().anyMatch(this::isScheduled)) {
      term(lines, fit, "- fee_schedule: " + scheduleName(), List.of());
    }
    rates.rates().stream()
        .filter(rate -> !isScheduled(rate) && !isUnlisted(rate))
        .sorted(
            Comparator.comparing((InferredRate rate) -> !rate.codes().isEmpty())
                .thenComparing(rate -> String.join(",", rate.codes()))
                .thenComparing(InferredRate::from))
        .forEach(rate -> term(lines, fit, "- {" + term(rate) + "}", rate.equals()));
    rates.rates().stream()
        .filter(this::isUnlisted)
        .limit(1)
        .forEach(
            rate -> {
              lines.add("  # What Medicare and no term above gives a rate for.");
              lines.add("unlisted: {percent_of_charge: " + rate.option().plainRate() + "}");
            });
    unknown(lines);
    return String.join("\n", lines) + "\n";
  }

  private static void term(
      List<String> lines, Map<Integer, TermFit> fit, String term, List<RateOption> equals) {
    int line = lines.size() + 2;
    String or =
        equals.isEmpty()
            ? ""
            : equals.stream()
                .map(option -> "; as well " + words(option))
                .distinct()
                .collect(Collectors.joining());
    lines.add("  # " + fit.getOrDefault(line, TermFit.NONE).words() + or);
    lines.add("  " + term);
  }

  private static String words(RateOption option) {
    return switch (option.method()) {
      case FIXED_AMOUNT -> "$" + option.plainRate() + " a unit";
      case PERCENT_OF_CHARGE -> option.plainRate() + "% of the charge";
      default ->
          option.plainRate()
              + "% of Medicare"
              + (option.basis().year() == null ? "" : " of " + option.basis().year())
              + (option.basis().conversionFactor() == null
                  ? ""
                  : " at factor " + option.basis().conversionFactor().toPlainString());
    };
  }

  private String term(InferredRate rate) {
    RateOption option = rate.option();
    List<String> parts = new ArrayList<>();
    parts.add(option.method().key() + ": " + option.plainRate());
    if (option.method() == Method.PERCENT_OF_MEDICARE) {
      medicare(option.basis()).ifPresent(parts::add);
    }
    if (!rate.codes().isEmpty()) {
      parts.add(
          rate.codes().stream()
              .map(InferredContract::code)
              .collect(Collectors.joining(", ", "codes: [", "]")));
    }
    if (rate.setting() != null) {
      parts.add("setting: " + rate.setting());
    }
    if (option.method() != Method.PERCENT_OF_CHARGE
        && isReducedAtAll()
        && !option.basis().isReduced()) {
      parts.add("multiple_procedures: none");
    }
    parts.addAll(dates(rate.from(), rate.to()));
    return String.join(", ", parts);
  }

  // Digits alone would be a number, and lose a leading zero.
  private static String code(String code) {
    return '"' + code + '"';
  }

  private static java.util.Optional<String> medicare(RateBasis basis) {
    List<String> parts = new ArrayList<>();
    if (basis.year() != null) {
      parts.add("year: " + basis.year());
    }
    if (basis.conversionFactor() != null) {
      parts.add("conversion_factor: " + basis.conversionFactor().toPlainString());
    }
    if (basis.isNonFacility()) {
      parts.add("rate: non_facility");
    }
    return parts.isEmpty()
        ? java.util.Optional.empty()
        : java.util.Optional.of("medicare: {" + String.join(", ", parts) + "}");
  }

  private List<String> dates(YearMonth from, @Nullable YearMonth to) {
    List<String> dates = new ArrayList<>();
    if (from.isAfter(rates.first())) {
      dates.add("from: " + from.atDay(1));
    }
    if (to != null) {
      LocalDate end = to.atEndOfMonth();
      dates.add("to: " + end);
    }
    return dates;
  }

  private void unknown(List<String> lines) {
    if (rates.unknown().isEmpty()) {
      return;
    }
    lines.add("# Without a rate of their own, the largest first:");
    rates.unknown().stream().limit(MOST_UNKNOWN).forEach(each -> lines.add("#   " + words(each)));
    if (rates.unknown().size() > MOST_UNKNOWN) {
      Map<String, Long> more = new TreeMap<>();
      rates.unknown().stream()
          .skip(MOST_UNKNOWN)
          .forEach(each -> more.merge(each.reason().words(), 1L, Long::sum));
      more.forEach((reason, count) -> lines.add("#   and %d more: %s".formatted(count, reason)));
    }
  }

  private static String words(Unknown unknown) {
    return String.format(
        Locale.ROOT,
        "%s %s: %s, %,d %s, $%,.2f allowed",
        unknown.code(),
        unknown.setting().replace('_', ' '),
        unknown.reason().words(),
        unknown.lines(),
        unknown.lines() == 1 ? "line" : "lines",
        unknown.allowed());
  }

  private static String quoted(String text) {
    return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
  }
}
