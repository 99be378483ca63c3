package org.allowable.report.comparison;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import org.allowable.model.Tables;
import org.jspecify.annotations.Nullable;

/** Where contracts and practice part, in invented marts. */
final class InventedFindings {

  private final InventedMarts marts;

  InventedFindings(InventedMarts marts) {
    this.marts = marts;
  }

  /** Adds two rates, implied rates, leaks and levers. */
  void findings() {
    twoRates(InventedMarts.PINNACLE, "62323", "office", "1.21", "0.98", 74);
    twoRates("Blue Harbor PPO", "64483", "asc", "1.34", "1.12", 19);
    implied(InventedMarts.PINNACLE, "64635", "office", "1.2500", "1.12", "-4120.18", "DIFFERS");
    implied("Blue Harbor PPO", "99214", "office", "1.3000", "1.30", "12.60", "AGREES");
    implied("Crestline Mutual", "64493", "asc", null, "1.05", null, "NO_CONTRACT");
    leak(
        InventedMarts.PINNACLE,
        "ESCALATOR_NOT_APPLIED",
        "62323",
        null,
        "escalator (pinnacle.yaml, line 41)",
        212,
        "8412.55");
    leak("State Medicaid", "BELOW_MEDICARE", "62323", "office", null, 61, "6120.10");
    leak(InventedMarts.PINNACLE, "BELOW_MEDICARE", "64484", "asc", null, 33, "1904.77");
    leak("Crestline Mutual", "CHARGE_LIMITS_PRICE", "J1030", "office", null, 44, "733.04");
    leak(
        InventedMarts.PINNACLE,
        "TERM_NEVER_APPLIED",
        "64635",
        null,
        "carve-out (pinnacle.yaml, line 58)",
        27,
        "611.30");
    leak("Blue Harbor PPO", "CHARGE_AT_ALLOWED", "77003", "office", null, 18, null);
    for (@Nullable Object[] lever :
        List.of(
            new Object[] {1, "Ten points of Medicare more on every code", "21480.11"},
            new Object[] {2, "No reduction for several procedures a day", "9330.40"},
            new Object[] {3, "Medicare as of 2023 in place of the current year", "14010.93"},
            new Object[] {4, "Work RVUs of 2023 kept", "3207.85"},
            new Object[] {5, "Every code at Medicare or above", "1904.77"},
            new @Nullable Object[] {6, "The contract as it is written", null})) {
      for (String payer : List.of(InventedMarts.PINNACLE, "Crestline Mutual")) {
        marts.add(
            Tables.named("mart_lever"),
            InventedMarts.cells(
                "payer",
                payer,
                "ordinal",
                lever[0],
                "lever",
                lever[1],
                "change_amount",
                lever[2] == null ? null : new BigDecimal(lever[2].toString()),
                "line_count",
                812L,
                "unpriced_line_count",
                lever[2] == null ? 812L : 0L));
      }
    }
  }

  private void twoRates(
      String payer, String code, String setting, String main, String other, long otherLines) {
    marts.add(
        Tables.named("mart_two_rates"),
        InventedMarts.cells(
            "payer",
            payer,
            "hcpcs_code",
            code,
            "setting",
            setting,
            "line_count",
            4 * otherLines,
            "main_multiple",
            new BigDecimal(main),
            "main_line_count",
            2 * otherLines,
            "main_share",
            new BigDecimal("0.5000"),
            "other_multiple",
            new BigDecimal(other),
            "other_line_count",
            otherLines,
            "other_share",
            new BigDecimal("0.2500"),
            "other_first_month",
            "2025-03",
            "other_last_month",
            "2025-12"));
  }

  private void implied(
      String payer,
      String code,
      String setting,
      @Nullable String contract,
      String implied,
      @Nullable String amount,
      String finding) {
    marts.add(
        Tables.named("mart_implied_rate"),
        InventedMarts.cells(
            "payer",
            payer,
            "hcpcs_code",
            code,
            "setting",
            setting,
            "line_count",
            41L,
            "contract_multiple",
            contract == null ? null : new BigDecimal(contract),
            "implied_multiple",
            new BigDecimal(implied),
            "implied_share",
            new BigDecimal("0.7800"),
            "difference",
            contract == null ? null : new BigDecimal(implied).subtract(new BigDecimal(contract)),
            "difference_amount",
            amount == null ? null : new BigDecimal(amount),
            "finding",
            finding));
  }

  private void leak(
      String payer,
      String kind,
      String code,
      @Nullable String setting,
      @Nullable String basis,
      long lines,
      @Nullable String amount) {
    marts.add(
        Tables.named("mart_leak"),
        InventedMarts.cells(
            "payer",
            payer,
            "leak",
            kind,
            "hcpcs_code",
            code,
            "setting",
            setting,
            "basis",
            basis,
            "line_count",
            lines,
            "first_month",
            kind.equals("ESCALATOR_NOT_APPLIED") ? "2025-04" : "2025-01",
            "last_month",
            "2025-12",
            "amount",
            amount == null ? null : new BigDecimal(amount)));
  }

  /** Adds what single units are allowed: one payer at two rates. */
  void perUnit() {
    for (InventedMarts.Service one : marts.services()) {
      BigDecimal unit =
          one.allowed().divide(BigDecimal.valueOf(one.lines()), 2, RoundingMode.HALF_UP);
      long second = one.payer().equals(InventedMarts.PINNACLE) ? one.lines() / 3 : 0;
      amount(one, unit, one.lines() - second);
      if (second > 0) {
        amount(
            one, unit.multiply(new BigDecimal("0.81")).setScale(2, RoundingMode.HALF_UP), second);
      }
    }
  }

  private void amount(InventedMarts.Service one, BigDecimal unit, long lines) {
    marts.add(
        Tables.named("mart_allowed_per_unit"),
        InventedMarts.cells(
            "payer",
            one.payer(),
            "hcpcs_code",
            one.code(),
            "setting",
            one.setting(),
            "allowed_per_unit_amount",
            unit,
            "line_count",
            lines));
  }
}
