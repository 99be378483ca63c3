package org.allowable.report;

import java.io.BufferedWriter;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.allowable.model.Rows;
import org.jspecify.annotations.Nullable;

/** Prices as the steps that make them, so that a reader can do each again by hand. */
public final class PriceExplanation {

  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

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
   * @param requests the cells of each request by column, in order
   * @param prices rows of mart_priced_request, by request number
   */
  public static void write(Path file, List<Map<String, String>> requests, Rows prices)
      throws IOException {
    try (BufferedWriter out = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
      for (Iterator<@Nullable Object[]> i = prices.iterator().get(); i.hasNext(); ) {
        PriceExplanation one = new PriceExplanation(prices, i.next());
        int number = ((Number) one.need("request_number")).intValue();
        one.write(out, number, requests.get(number - 1));
      }
    }
  }

  private void write(BufferedWriter out, int number, Map<String, String> request)
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

  private String title(int number, Map<String, String> request) {
    StringBuilder title = new StringBuilder("Row " + number + ":");
    for (String column :
        List.of(
            "hcpcs_code",
            "hcpcs_modifier_1",
            "hcpcs_modifier_2",
            "hcpcs_modifier_3",
            "hcpcs_modifier_4")) {
      String cell = request.getOrDefault(column, "");
      title.append(cell.isEmpty() ? "" : " " + cell);
    }
    title.append(", place of service ").append(request.getOrDefault("place_of_service_code", ""));
    title.append(", ").append(request.getOrDefault("service_date", ""));
    title.append(", locality ").append(request.getOrDefault("carrier", ""));
    title.append("/").append(request.getOrDefault("locality", ""));
    return title.append(" (").append(need("scenario")).append(")").toString();
  }

  private void explain(Map<String, String> request) {
    if (!"PRICED".equals(need("pricing_status"))) {
      add("Not priced", String.valueOf(need("pricing_status")), null);
      return;
    }
    fee();
    percent("Both sides", "bilateral_percent");
    percent("This side", "side_percent");
    if (isOther("endoscopic_reduction_amount", BigDecimal.ZERO)) {
      add(
          "Less endoscopic base",
          "of the same family",
          number("endoscopic_reduction_amount").negate());
    }
    rank();
    percent("Modifier", "modifier_percent");
    percent("Credential", "credential_percent");
    percent("Participation", "participation_percent");
    if (value("opps_cap_amount") != null) {
      add("Outpatient cap", "of one unit", number("opps_cap_amount"));
    }
    add("Fee", "rounded once, half up", number("medicare_fee_amount"));
    if (Boolean.TRUE.equals(value("is_charge_lower"))) {
      add(
          "Charge",
          "lower than the fee",
          new BigDecimal(request.getOrDefault("charge_amount", "0")));
    }
    add("Medicare allowed", "", number("medicare_allowed_amount"));
    if (value("limiting_charge_amount") != null) {
      add("Limiting charge", "without assignment", number("limiting_charge_amount"));
    }
  }

  private void fee() {
    if (value("work_rvu") != null) {
      add("Work", plain("work_rvu") + " x " + plain("work_gpci"), null);
      add("Practice expense", plain("pe_rvu") + " x " + plain("pe_gpci"), null);
      add("Malpractice", plain("mp_rvu") + " x " + plain("mp_gpci"), null);
      add("Conversion factor", plain("conversion_factor"), null);
    }
    String later =
        Boolean.TRUE.equals(value("is_later_release")) ? ", a later release of its year" : "";
    add("One unit", "release " + value("release") + later, number("fee_amount"));
  }

  private void rank() {
    if (value("procedure_rank") != null) {
      add("Rank of the day", plain("procedure_rank"), null);
    }
    if (value("professional_rank") != null) {
      add("Rank of the professional part", plain("professional_rank"), null);
    }
    if (number("counted_unit_quantity").compareTo(BigDecimal.ONE) != 0) {
      add("Units", "count as " + plain("counted_unit_quantity"), null);
    }
    if (isOther("rank_reduction_amount", BigDecimal.ZERO)) {
      add("Less reduction by rank", "", number("rank_reduction_amount").negate());
    }
  }

  private void percent(String what, String column) {
    if (isOther(column, HUNDRED)) {
      add(what, "x " + plain(column) + "%", null);
    }
  }

  private boolean isOther(String column, BigDecimal usual) {
    return value(column) != null && number(column).compareTo(usual) != 0;
  }

  private void add(String what, String how, @Nullable BigDecimal amount) {
    steps.add(new Step(what, how, amount));
  }

  private String plain(String column) {
    Object value = need(column);
    return value instanceof BigDecimal number && number.scale() > 0
        ? (number.stripTrailingZeros().scale() < 2
                ? number.setScale(Math.min(2, number.scale()), java.math.RoundingMode.HALF_UP)
                : number.stripTrailingZeros())
            .toPlainString()
        : value.toString();
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
