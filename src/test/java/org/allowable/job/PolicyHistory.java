package org.allowable.job;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.allowable.model.Table;
import org.allowable.model.Tables;
import org.jspecify.annotations.Nullable;

/**
 * A practice's answers of thirteen months, line by line, by a seed: of each payer and code some
 * denials, each code at a rate of its own, and allowed amounts of which most are as expected.
 * Nothing changes but what is planted.
 */
final class PolicyHistory {

  /** A line's answer, of one of the two kinds. */
  record Claim(
      String series,
      long patient,
      YearMonth month,
      int day,
      long number,
      @Nullable String answer) {}

  /** What a payer does otherwise from a month on: so many of a hundred lines get the answer. */
  record Planted(String series, String answer, YearMonth month, int percent) {}

  static final YearMonth FIRST = YearMonth.of(2025, 9);
  static final int MONTHS = 13;

  /** Some forty-five patients a month. */
  static final String LARGE_DENIAL = "DENIAL|P0|10000||";

  static final String LARGE_ALLOWED = "ALLOWED|P0|10000||office";

  private static final Table LINE = Tables.named("int_policy_line");
  private static final List<String> CODES = List.of("CO-16", "CO-50", "CO-197", "PR-204");
  private static final int PAYERS = 6;
  private static final int PROCEDURES = 12;

  private final Random random;
  private final int mostMonths;
  private final int mostLines;
  private final List<Planted> planted;
  private final List<Claim> claims = new ArrayList<>();
  private long patients;

  private PolicyHistory(long seed, int mostMonths, int mostLines, List<Planted> planted) {
    this.random = new Random(seed);
    this.mostMonths = mostMonths;
    this.mostLines = mostLines;
    this.planted = planted;
  }

  /** Each patient comes once. */
  static List<Claim> of(long seed, Planted... planted) {
    return new PolicyHistory(seed, 1, 1, List.of(planted)).claims();
  }

  /**
   * A patient comes for up to so many months in a row, with up to so many lines a month, and all
   * are answered alike: an authorization or a coverage that is missing stays missing.
   */
  static List<Claim> byPatient(long seed, int mostMonths, int mostLines, Planted... planted) {
    return new PolicyHistory(seed, mostMonths, mostLines, List.of(planted)).claims();
  }

  private List<Claim> claims() {
    for (int payer = 0; payer < PAYERS; payer++) {
      for (int code = 0; code < PROCEDURES; code++) {
        // From forty-five patients a month down to one in two months.
        double volume = payer + code == 0 ? 45 : 60 * Math.pow(random.nextDouble(), 3) + 0.5;
        String denial = "DENIAL|P%d|1%04d||".formatted(payer, code);
        String allowed = "ALLOWED|P%d|1%04d||office".formatted(payer, code);
        double[] rates = random.doubles(CODES.size(), 0, 0.08).toArray();
        double usual = 0.7 + 0.3 * random.nextDouble();
        for (int m = 1 - mostMonths; m < MONTHS; m++) {
          int begun = poisson(volume / ((1 + mostMonths) / 2.0));
          for (int p = 0; p < begun; p++) {
            patient(m, denial, allowed, rates, usual);
          }
        }
      }
    }
    return claims;
  }

  private void patient(
      int firstMonth, String denial, String allowed, double[] rates, double usual) {
    patients++;
    int months = 1 + random.nextInt(mostMonths);
    String usualDenial = denied(rates);
    String share = random.nextDouble() < usual ? "1.000" : "0.%03d".formatted(random.nextInt(1000));
    for (int m = firstMonth; m < Math.min(firstMonth + months, MONTHS); m++) {
      int lines = 1 + random.nextInt(mostLines);
      YearMonth month = FIRST.plusMonths(m);
      for (int i = 0; i < lines && m >= 0; i++) {
        int day = 1 + random.nextInt(28);
        String denied = planted(denial, month, usualDenial);
        long number = claims.size();
        claims.add(new Claim(denial, patients, month, day, number, denied));
        if (denied == null) {
          String paid = planted(allowed, month, share);
          claims.add(new Claim(allowed, patients, month, day, number, paid));
        }
      }
    }
  }

  private @Nullable String denied(double[] rates) {
    double chance = random.nextDouble();
    for (int i = 0; i < rates.length; i++) {
      chance -= rates[i];
      if (chance < 0) {
        return CODES.get(i);
      }
    }
    return null;
  }

  private @Nullable String planted(String series, YearMonth month, @Nullable String answer) {
    for (Planted change : planted) {
      if (change.series().equals(series)
          && !month.isBefore(change.month())
          && random.nextInt(100) < change.percent()) {
        return change.answer();
      }
    }
    return answer;
  }

  private int poisson(double mean) {
    int count = 0;
    for (double left = Math.log(random.nextDouble()) + mean; left > 0; count++) {
      left += Math.log(random.nextDouble());
    }
    return count;
  }

  /** The claims through a month as rows of the table of lines. */
  static List<@Nullable Object[]> lines(List<Claim> claims, YearMonth last) {
    return claims.stream()
        .filter(claim -> !claim.month().isAfter(last))
        .<@Nullable Object[]>map(PolicyHistory::line)
        .toList();
  }

  private static @Nullable Object[] line(Claim claim) {
    String[] series = claim.series().split("\\|", -1);
    boolean isAllowed = series[0].equals("ALLOWED");
    BigDecimal share = isAllowed ? new BigDecimal(claim.answer()) : null;
    BigDecimal allowed =
        share == null ? null : share.multiply(new BigDecimal("100.00")).setScale(2);
    Map<String, @Nullable Object> cells = new java.util.HashMap<>();
    cells.put("policy_series", claim.series());
    cells.put("answer_kind", series[0]);
    cells.put("payer", series[1]);
    cells.put("payer_class", "commercial");
    cells.put("hcpcs_code", series[2]);
    cells.put("modifiers", series[3]);
    cells.put("setting", series[4]);
    cells.put("service_month", claim.month().toString());
    cells.put("service_date", claim.month().atDay(claim.day()));
    cells.put("claim_line_key", claim.number());
    cells.put("patient", "Patient " + claim.patient());
    cells.put("policy_answer", claim.answer());
    cells.put("denial_group", isAllowed || claim.answer() == null ? null : "Authorization");
    cells.put("allowed_share", share);
    cells.put("unit_allowed_amount", allowed);
    cells.put("charge_amount", new BigDecimal("250.00"));
    cells.put("base_amount", new BigDecimal("100.00"));
    cells.put("allowed_amount", allowed);
    return LINE.columnNames().stream().map(cells::get).toArray();
  }
}
