package org.allowable.job;

import static org.allowable.job.SmallRun.usd;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Money to give back at the end of October 2025. Every visit is charged 150 and expected at 100, of
 * which the payer pays 80; and a ledger of cash of 300 claims beside the SELECTs.
 */
@Tag("long")
class OverpaymentCasesTest {

  @TempDir private static Path folder = Path.of("");

  private static final Map<String, BigDecimal> LEDGER = new TreeMap<>();
  private static final BigDecimal DUE = usd("80.00");

  private static @Nullable SmallRun run;

  @BeforeAll
  static void run_the_steps() throws IOException {
    run = SmallRun.of(new Cases().cases().ledger(new Random(5), 300).files, folder);
  }

  /** The files in the making. */
  private static final class Cases {

    private final CaseFiles files = new CaseFiles();

    private void visit(String claim, String payer) {
      files.claim(claim).payer(payer).line("99213", "150", claim + "L");
    }

    private void pays(
        String payer, String day, String claim, String status, String icn, int paid, int patient) {
      pays(payer, day, claim, status, icn, "1", paid, patient, "");
    }

    private void pays(
        String payer,
        String day,
        String claim,
        String status,
        String icn,
        String frequency,
        int paid,
        int patient,
        String adjustment) {
      int sign = status.equals("22") ? -1 : 1;
      // A later payer reports what was settled before it as OA-23.
      String group = status.equals("2") ? "OA*23" : "CO*45";
      String rest = "CAS*%s*%d".formatted(group, sign * (150 - paid - patient));
      String share = patient == 0 ? "" : " CAS*PR*2*%d".formatted(sign * patient);
      String claimed =
          "CLP*%s*%s*%d*%d*%d*12*%s*11*%s"
              .formatted(claim, status, sign * 150, sign * paid, sign * patient, icn, frequency);
      String line =
          "SVC*HC:99213*%d*%d**%d %s%s REF*6R*%sL"
              .formatted(sign * 150, sign * paid, sign, rest, share, claim);
      if (adjustment.isEmpty()) {
        files.paidBy(payer, day, claimed, line);
      } else {
        files.paidBy(payer, day, claimed, line, adjustment);
      }
    }

    private void paidTwice(String claim, String payer) {
      visit(claim, payer);
      pays(payer, "20251010", claim, "1", claim + "A", 80, 20);
      pays(payer, "20251017", claim, "1", claim + "B", 80, 20);
    }

    // An adjustment stands in a payment of its own, beside another claim's.
    private void adjusted(String payer, String day, String code, String reference, String amount) {
      String other = "OTHER" + code + reference + day;
      String claim = other.substring(0, Math.min(20, other.length()));
      visit(claim, payer);
      pays(
          payer,
          day,
          claim,
          "1",
          "X" + claim,
          "1",
          80,
          20,
          "PLB*1999999984*20251231*%s:%s*%s".formatted(code, reference, amount));
    }

    Cases cases() {
      paidTwice("TWICE", "HUN01");
      paidTwice("TWICEM", "MCR01");
      paidTwice("GIVEN", "HUN01");
      pays("HUN01", "20251024", "GIVEN", "22", "GIVENB", 80, 20);
      visit("FIXED", "HUN01");
      pays("HUN01", "20251010", "FIXED", "1", "FIXEDA", 55, 20);
      pays("HUN01", "20251017", "FIXED", "1", "FIXEDB", "7", 80, 20, "");
      visit("SECOND", "MCR01");
      pays("MCR01", "20251010", "SECOND", "1", "SECONDA", 80, 20);
      pays("SUP01", "20251020", "SECOND", "2", "SECONDB", 20, 0);
      visit("BOTH", "MCR01");
      pays("MCR01", "20251010", "BOTH", "1", "BOTHA", 80, 20);
      pays("SUP01", "20251020", "BOTH", "2", "BOTHB", 80, 0);
      visit("FIRSTS", "HUN01");
      pays("HUN01", "20251010", "FIRSTS", "1", "FIRSTSA", 80, 20);
      pays("NOT01", "20251020", "FIRSTS", "1", "FIRSTSB", 80, 20);
      visit("ABOVE", "HUN01");
      pays("HUN01", "20251010", "ABOVE", "1", "ABOVEA", 110, 20);
      visit("SHORT", "HUN01");
      pays("HUN01", "20251010", "SHORT", "1", "SHORTA", 40, 20);
      paidTwice("TAKEN", "HUN01");
      adjusted("HUN01", "20251024", "WO", "TAKENB", "80");
      paidTwice("PARTLY", "HUN01");
      adjusted("HUN01", "20251024", "WO", "PARTLYB", "30");
      paidTwice("SOON", "HUN01");
      adjusted("HUN01", "20251024", "WO", "SOONB", "-80");
      paidTwice("SENTIN", "HUN01");
      adjusted("HUN01", "20251024", "72", "SENTINB", "-80");
      paidTwice("LATER", "HUN01");
      adjusted("HUN01", "20251105", "WO", "LATERB", "80");
      visit("FORWARD", "HUN01");
      pays("HUN01", "20251010", "FORWARD", "1", "FORWARDA", 80, 20);
      pays(
          "HUN01",
          "20251017",
          "FORWARD",
          "22",
          "FORWARDA",
          "1",
          80,
          20,
          "PLB*1999999984*20251231*FB:FORWARDA*-80");
      visit("CARRIED", "HUN01");
      pays("HUN01", "20251010", "CARRIED", "1", "CARRIEDA", 80, 20);
      pays(
          "HUN01",
          "20251017",
          "CARRIED",
          "22",
          "CARRIEDA",
          "1",
          80,
          20,
          "PLB*1999999984*20251231*FB:CARRIEDA*-80");
      adjusted("HUN01", "20251024", "FB", "CARRIEDA", "80");
      adjusted("HUN01", "20251024", "WO", "LETTER2025", "55");
      adjusted("HUN01", "20251024", "L6", "INTEREST", "-3");
      visit("NOVEMBER", "HUN01");
      pays("HUN01", "20251010", "NOVEMBER", "1", "NOVEMBERA", 80, 20);
      pays("HUN01", "20251107", "NOVEMBER", "1", "NOVEMBERB", 80, 20);
      return this;
    }

    /** Claims with any of it, and what is in hand of each payer beyond what is due. */
    Cases ledger(Random random, int claims) {
      for (int i = 0; i < claims; i++) {
        String claim = "CASH%03d".formatted(i);
        boolean isMedicare = random.nextInt(3) == 0;
        String payer = isMedicare ? "MCR01" : "HUN01";
        visit(claim, payer);
        int above = random.nextInt(4) == 0 ? 2 + random.nextInt(30) : 0;
        BigDecimal cash = BigDecimal.ZERO;
        int checks = 1 + (random.nextInt(3) == 0 ? 1 + random.nextInt(2) : 0);
        for (int check = 0; check < checks; check++) {
          String icn = claim + "N" + check;
          pays(payer, "202510%02d".formatted(8 + check), claim, "1", icn, 80 + above, 20);
          cash = cash.add(BigDecimal.valueOf(80L + above));
          if (check > 0 && random.nextInt(3) == 0) {
            pays(payer, "202510%02d".formatted(20 + check), claim, "22", icn, 80 + above, 20);
            cash = cash.subtract(BigDecimal.valueOf(80L + above));
          }
        }
        if (random.nextInt(4) == 0) {
          int taken = 5 + random.nextInt(120);
          adjusted(payer, "20251026", "WO", claim + "N0", String.valueOf(taken));
          cash = cash.subtract(BigDecimal.valueOf(taken));
        }
        owed(claim, isMedicare ? "Medicare" : "Hundred", cash.subtract(DUE));
        if (isMedicare && random.nextBoolean()) {
          int later = List.of(20, 35, 60).get(random.nextInt(3));
          int again = random.nextInt(4) == 0 ? 2 : 1;
          for (int check = 0; check < again; check++) {
            String day = "202510%02d".formatted(27 + check);
            pays("SUP01", day, claim, "2", claim + "S" + check, later, 0);
          }
          // The first payer left 20, or what it allowed above 100 beside: the rest of its allowed.
          owed(claim, "Supplement", BigDecimal.valueOf((long) later * again - 20));
        }
      }
      return this;
    }

    private static void owed(String claim, String payer, BigDecimal amount) {
      if (amount.signum() > 0) {
        LEDGER.put(claim + " " + payer, amount.setScale(2));
      }
    }
  }

  private static SmallRun run() {
    return Objects.requireNonNull(run);
  }

  private static List<Map<String, @Nullable Object>> of(String claim) {
    return run().rows("mart_credit_balance", "claim_id", claim);
  }

  private static void is(
      String claim, String kind, String status, String owed, String beingTaken, String taken) {
    assertThat(of(claim))
        .singleElement()
        .satisfies(
            row ->
                assertThat(row)
                    .containsEntry("overpayment_kind", kind)
                    .containsEntry("credit_balance_status", status)
                    .containsEntry("owed_back_amount", usd(owed))
                    .containsEntry("being_taken_back_amount", usd(beingTaken))
                    .containsEntry("taken_back_amount", usd(taken)));
  }

  @Test
  void two_checks_of_one_payer_for_a_line_are_owed_once() {
    is("TWICE", "PAID_TWICE", "OWED_BACK", "80.00", "0.00", "0.00");
    assertThat(of("TWICE").get(0)).containsEntry("seen_since_date", LocalDate.of(2025, 10, 17));
  }

  @Test
  void medicare_has_sixty_days_from_identification_and_180_to_investigate() {
    assertThat(of("TWICEM").get(0))
        .containsEntry("return_clock", "BY_LAW")
        .containsEntry("return_by_date", LocalDate.of(2025, 12, 16))
        .containsEntry("investigated_return_by_date", LocalDate.of(2026, 6, 14));
  }

  @Test
  void a_commercial_payer_has_the_days_of_its_contract() {
    assertThat(of("TWICE").get(0))
        .containsEntry("return_clock", "BY_CONTRACT")
        .containsEntry("return_by_date", null);
  }

  @Test
  void what_a_reversal_gave_back_is_not_owed() {
    assertThat(of("GIVEN")).isEmpty();
  }

  @Test
  void a_correction_without_a_reversal_is_no_second_check() {
    is("FIXED", "CORRECTION_NOT_REVERSED", "OWED_BACK", "55.00", "0.00", "0.00");
  }

  @Test
  void a_later_payer_that_pays_the_patients_share_overpays_nothing() {
    assertThat(of("SECOND")).isEmpty();
  }

  @Test
  void two_payers_owe_back_what_is_above_the_allowed_amount() {
    is("BOTH", "TWO_PAYERS", "OWED_BACK", "60.00", "0.00", "0.00");
    assertThat(of("BOTH").get(0)).containsEntry("payer", "Supplement");
  }

  @Test
  void two_payers_that_both_paid_first_are_two_payers() {
    is("FIRSTS", "TWO_PAYERS", "OWED_BACK", "80.00", "0.00", "0.00");
    assertThat(of("FIRSTS").get(0)).containsEntry("payer", "Termless");
  }

  @Test
  void what_was_allowed_above_the_contract_is_owed_back() {
    is("ABOVE", "ABOVE_CONTRACT", "OWED_BACK", "30.00", "0.00", "0.00");
  }

  @Test
  void an_underpaid_line_takes_nothing_off() {
    assertThat(of("SHORT")).isEmpty();
    assertThat(run().line("SHORT")).containsEntry("is_underpaid", true);
  }

  @Test
  void what_the_payer_recovered_is_not_owed_too() {
    is("TAKEN", "PAID_TWICE", "TAKEN_BACK", "0.00", "0.00", "80.00");
    is("PARTLY", "PAID_TWICE", "OWED_BACK", "50.00", "0.00", "30.00");
  }

  @Test
  void what_the_payer_announced_is_being_taken_back() {
    is("SOON", "PAID_TWICE", "BEING_TAKEN_BACK", "0.00", "80.00", "0.00");
  }

  @Test
  void what_the_practice_returned_is_taken_back() {
    is("SENTIN", "PAID_TWICE", "TAKEN_BACK", "0.00", "0.00", "80.00");
  }

  @Test
  void what_was_recovered_after_the_period_is_owed_at_its_end() {
    is("LATER", "PAID_TWICE", "OWED_BACK", "80.00", "0.00", "0.00");
  }

  @Test
  void a_forwarded_balance_is_being_taken_until_a_payment_is_lowered_by_it() {
    is("FORWARD", "RECOUPED", "BEING_TAKEN_BACK", "0.00", "80.00", "0.00");
    is("CARRIED", "RECOUPED", "TAKEN_BACK", "0.00", "0.00", "80.00");
  }

  @Test
  void a_reference_that_names_no_claim_is_not_tied() {
    assertThat(run().rows("mart_credit_balance", "credit_balance_status", "NOT_TIED"))
        .singleElement()
        .satisfies(
            row ->
                assertThat(row)
                    .containsEntry("reference_ids", "LETTER2025")
                    .containsEntry("not_tied_amount", usd("55.00"))
                    .containsEntry("owed_back_amount", usd("0.00")));
  }

  @Test
  void what_came_after_the_period_is_not_seen_yet() {
    assertThat(of("NOVEMBER")).isEmpty();
  }

  @Test
  void what_is_owed_is_the_cash_in_hand_beyond_what_is_due() {
    Map<String, BigDecimal> owed = new TreeMap<>();
    for (Map<String, @Nullable Object> row : run().rows("mart_credit_balance")) {
      String claim = String.valueOf(row.get("claim_id"));
      BigDecimal amount = EngineRows.amount(row, "owed_back_amount");
      if (claim.startsWith("CASH") && amount.signum() > 0) {
        owed.merge(claim + " " + row.get("payer"), amount, BigDecimal::add);
      }
    }
    assertThat(LEDGER).hasSizeGreaterThan(100);
    assertThat(owed).isEqualTo(LEDGER);
  }

  @Test
  void the_controls_tie() {
    assertThat(run().rows("mart_credit_balance_control"))
        .hasSize(3)
        .allSatisfy(
            row -> {
              assertThat(EngineRows.amount(row, "difference_amount")).isZero();
              assertThat(EngineRows.amount(row, "expected_amount")).isNotZero();
            });
  }
}
