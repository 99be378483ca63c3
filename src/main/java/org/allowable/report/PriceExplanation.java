package org.allowable.report;

import java.io.BufferedWriter;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.LongFunction;
import org.allowable.model.Rows;
import org.jspecify.annotations.Nullable;

/** Prices as the steps that make them, so that a reader can do each again by hand. */
public final class PriceExplanation {

  // Priced as it was billed, which needs no saying.
  private static final String AS_BILLED = "as_billed";
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  // In the order in which they are applied.
  private static final List<Map.Entry<String, String>> PERCENTS =
      List.of(
          Map.entry("Both sides", "bilateral_percent"),
          Map.entry("This side", "side_percent"),
          Map.entry("Modifier", "modifier_percent"),
          Map.entry("Credential", "credential_percent"),
          Map.entry("Participation", "participation_percent"));

  private record Step(String what, String how, @Nullable BigDecimal amount) {}

  private final Rows prices;
  private final @Nullable Object[] price;
  private final List<Step> steps = new ArrayList<>();

  private PriceExplanation(Rows prices, @Nullable Object[] price) {
    this.prices = prices;
    this.price = price;
  }

  /**
   * Writes one small table per price.
   *
   * @param requests the cells of each request by column, by request number
   * @param prices rows of mart_priced_request, by request number
   * @param number how a title names a request's number; nothing where there is only one
   */
  public static void write(
      Path file, Map<Long, Map<String, String>> requests, Rows prices, LongFunction<String> number)
      throws IOException {
    try (BufferedWriter out = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
      for (Iterator<@Nullable Object[]> i = prices.iterator().get(); i.hasNext(); ) {
        PriceExplanation one = new PriceExplanation(prices, i.next());
        long asked = ((Number) one.need("request_number")).longValue();
        one.write(out, number.apply(asked), Objects.requireNonNull(requests.get(asked)));
      }
    }
  }

  private void write(BufferedWriter out, String number, Map<String, String> request)
      throws IOException {
    out.write(title(number, request));
    out.newLine();
    explain(request);
    int wide = steps.stream().mapToInt(s -> s.what().length()).max().orElse(0);
    int how = steps.stream().mapToInt(s -> s.how().length()).max().orElse(0);
    for (Step step : steps) {
      String amount = step.amount() == null ? "" : dollars(step.amount());
      String line =
          String.format(
              Locale.ROOT,
              "  %-" + wide + "s  %-" + Math.max(1, how) + "s  %12s",
              step.what(),
              step.how(),
              amount);
      out.write(line.stripTrailing());
      out.newLine();
    }
    out.newLine();
  }

  private String title(String number, Map<String, String> request) {
    StringBuilder title = new StringBuilder(number);
    for (String column :
        List.of(
            "hcpcs_code",
            "hcpcs_modifier_1",
            "hcpcs_modifier_2",
            "hcpcs_modifier_3",
            "hcpcs_modifier_4")) {
      String cell = request.getOrDefault(column, "");
      title.append(title.isEmpty() || cell.isEmpty() ? cell : " " + cell);
    }
    title.append(", place of service ").append(request.getOrDefault("place_of_service_code", ""));
    title.append(", ").append(request.getOrDefault("service_date", ""));
    title.append(", ").append(locality());
    BigDecimal units = units(request);
    title.append(", ").append(plain(units));
    title.append(units.compareTo(BigDecimal.ONE) == 0 ? " unit" : " units");
    String scenario = String.valueOf(need("scenario"));
    return AS_BILLED.equals(scenario) ? title.toString() : title + " (" + scenario + ")";
  }

  // Where it was priced, which a scenario or a ZIP code may say.
  private String locality() {
    Object carrier = value("priced_carrier");
    Object locality = value("priced_locality");
    return carrier == null || locality == null
        ? "no locality known"
        : "locality " + carrier + "/" + locality;
  }

  // As the job takes it: one where the row says nothing.
  private static BigDecimal units(Map<String, String> request) {
    String units = request.getOrDefault("units", "");
    return units.isEmpty() ? BigDecimal.ONE : new BigDecimal(units);
  }

  private void explain(Map<String, String> request) {
    if (!"PRICED".equals(need("pricing_status"))) {
      String status = String.valueOf(need("pricing_status"));
      add("Not priced", CodeLabels.of(status), null);
      return;
    }
    unit();
    BigDecimal line = number("fee_amount");
    String how = plain("fee_amount");
    if (isOther("endoscopic_reduction_amount", BigDecimal.ZERO)) {
      line = line.subtract(number("endoscopic_reduction_amount"));
      how = "(" + how + " - " + plain("endoscopic_reduction_amount") + ")";
      add("Base of its family", "paid with another", number("endoscopic_reduction_amount"));
    }
    rank();
    if (isOther("counted_unit_quantity", BigDecimal.ONE)) {
      line = line.multiply(number("counted_unit_quantity"));
      how += " x " + plain("counted_unit_quantity");
    }
    if (isOther("rank_reduction_amount", BigDecimal.ZERO)) {
      line = line.subtract(number("rank_reduction_amount"));
      how = "(" + how + " - " + plain(number("rank_reduction_amount")) + ")";
    }
    percents(how, line, units(request));
    allowed(request);
  }

  private void unit() {
    if (value("work_rvu") != null) {
      BigDecimal sum =
          product("Work", "work_rvu", "work_gpci")
              .add(product("Practice expense", "pe_rvu", "pe_gpci"))
              .add(product("Malpractice", "mp_rvu", "mp_gpci"));
      BigDecimal factor = number("conversion_factor");
      String times = plain(sum) + " x " + plain(factor);
      add("Conversion factor", equation(times, sum.multiply(factor)), null);
    }
    add("Fee of one unit", "release " + value("release") + otherRelease(), number("fee_amount"));
  }

  private String otherRelease() {
    boolean isLater = Boolean.TRUE.equals(value("is_later_release"));
    if (!isLater && !Boolean.TRUE.equals(value("is_earlier_release"))) {
      return "";
    }
    String which = isLater ? ", a later release of its year" : ", an earlier release";
    Object inForce = value("release_in_force");
    return which + (inForce == null ? "" : "; in force: " + inForce);
  }

  private BigDecimal product(String what, String value, String index) {
    BigDecimal product = number(value).multiply(number(index));
    add(what, equation(plain(value) + " x " + plain(index), product), null);
    return product;
  }

  private void rank() {
    Object ranks = value("rank_steps");
    boolean isReduced = isOther("rank_reduction_amount", BigDecimal.ZERO);
    if (ranks == null || (!isReduced && ranks.equals("rank 1 at 100%"))) {
      return;
    }
    for (String part : ranks.toString().split("; ", -1)) {
      add("Rank of the day", part, null);
    }
    if (isReduced) {
      add("Less by rank", plain(number("rank_reduction_amount")), null);
    } else {
      add("Units", "count as " + plain(number("counted_unit_quantity")), null);
    }
  }

  private void percents(String how, BigDecimal beforePercents, BigDecimal units) {
    BigDecimal factor = BigDecimal.ONE;
    StringBuilder percents = new StringBuilder();
    for (Map.Entry<String, String> percent : PERCENTS) {
      if (isOther(percent.getValue(), HUNDRED)) {
        factor = factor.multiply(number(percent.getValue()).movePointLeft(2));
        percents.append(" x ").append(plain(percent.getValue())).append("%");
        add(percent.getKey(), plain(percent.getValue()) + "%", null);
      }
    }
    BigDecimal line = beforePercents.multiply(factor);
    String fee = how + percents;
    boolean isUnit = fee.equals(plain("fee_amount"));
    add("Fee of the line", isUnit ? "" : equation(fee, line), rounded(line));
    if (value("opps_cap_amount") != null) {
      BigDecimal cap = number("opps_cap_amount").multiply(units).multiply(factor);
      String times = units.compareTo(BigDecimal.ONE) == 0 ? "" : " x " + plain(units);
      String said = cap.compareTo(line) < 0 ? ", the lower" : ", not lower";
      add("Outpatient cap", plain("opps_cap_amount") + times + percents + said, rounded(cap));
    }
  }

  private void allowed(Map<String, String> request) {
    String charge = request.getOrDefault("charge_amount", "");
    if (!charge.isEmpty()) {
      boolean isLower = Boolean.TRUE.equals(value("is_charge_lower"));
      add("Charge", isLower ? "the lower" : "not lower", new BigDecimal(charge));
    }
    add("Medicare allowed", "", number("medicare_allowed_amount"));
    if (value("limiting_charge_amount") != null) {
      add("Limiting charge", "the most that may be charged", number("limiting_charge_amount"));
    }
  }

  private boolean isOther(String column, BigDecimal usual) {
    return value(column) != null && number(column).compareTo(usual) != 0;
  }

  private void add(String what, String how, @Nullable BigDecimal amount) {
    steps.add(new Step(what, how, amount));
  }

  private static BigDecimal rounded(BigDecimal amount) {
    return amount.setScale(2, RoundingMode.HALF_UP);
  }

  private static String equation(String left, BigDecimal right) {
    return left + " = " + plain(right);
  }

  private String plain(String column) {
    BigDecimal number = number(column);
    return column.endsWith("_amount") ? number.toPlainString() : plain(number);
  }

  // Without zeros that say nothing, but a number with decimals keeps two.
  private static String plain(BigDecimal number) {
    BigDecimal stripped = number.stripTrailingZeros();
    int scale = stripped.scale() <= 0 ? 0 : Math.max(2, stripped.scale());
    return stripped.setScale(scale).toPlainString();
  }

  private static String dollars(BigDecimal amount) {
    return String.format(Locale.ROOT, "%,.2f", amount);
  }

  private BigDecimal number(String column) {
    return new BigDecimal(need(column).toString());
  }

  private Object need(String column) {
    Object value = value(column);
    if (value == null) {
      throw new IllegalStateException("A price has no " + column);
    }
    return value;
  }

  private @Nullable Object value(String column) {
    return price[prices.columns().indexOf(column)];
  }
}
