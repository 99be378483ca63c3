package org.allowable.contract.inference;

import static org.allowable.contract.inference.PlantedRates.CURRENT;
import static org.allowable.contract.inference.PlantedRates.EARLIER;
import static org.allowable.contract.inference.PlantedRates.UNREDUCED;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.allowable.config.Practice;
import org.allowable.config.Practice.PayerClass;
import org.allowable.contract.Contract;
import org.allowable.contract.Contract.LesserOf;
import org.allowable.contract.Contract.Method;
import org.allowable.contract.Contract.Term;
import org.allowable.contract.ContractSet;
import org.allowable.contract.KnownReference;
import org.allowable.contract.inference.InferredRates.Reason;
import org.allowable.contract.inference.InferredRates.Unknown;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is inferred, written as a contract file and read again as any other. */
class InferredContractTest {

  private static final YearMonth FIRST = YearMonth.of(2025, 1);
  private static final YearMonth LAST = YearMonth.of(2026, 9);
  private static final Set<String> CODES =
      Set.of("62321", "62323", "64483", "64484", "99213", "99214", "20610");

  @TempDir private Path folder = Path.of("");

  private static RateOption option(RateBasis basis, Method method, String rate) {
    return new RateOption(basis, method, new BigDecimal(rate));
  }

  private static InferredRate rate(RateOption option, String... codes) {
    return new InferredRate(option, List.of(codes), null, FIRST, null, List.of());
  }

  private static InferredContract contract(InferredRate... rates) {
    return new InferredContract(
        "Blue \"Harbor\" & Co.", new InferredRates(FIRST, LAST, List.of(rates), List.of()), false);
  }

  private Contract read(InferredContract contract) throws IOException {
    Path contracts = Files.createDirectories(folder.resolve("contracts"));
    Files.writeString(contracts.resolve(contract.fileName()), contract.text(Map.of()));
    String schedule = contract.schedule();
    if (schedule != null) {
      Files.writeString(contracts.resolve(contract.scheduleName()), schedule);
    }
    Practice.Payer payer =
        new Practice.Payer(
            contract.payer(),
            PayerClass.COMMERCIAL,
            List.of("BLU01"),
            List.of(),
            List.of(),
            List.of(Practice.NamedContract.named(contract.id())),
            null);
    Practice practice =
        new Practice(
            "Any",
            Practice.ApmStatus.NON_QP,
            new Practice.Thresholds(
                BigDecimal.ONE, new BigDecimal("0.01"), BigDecimal.TEN, new BigDecimal("0.03")),
            List.of(),
            List.of(),
            List.of(payer));
    KnownReference known =
        new KnownReference(
            CODES,
            Map.of("2024A", LocalDate.of(2024, 1, 1)),
            Set.of("12402/01"),
            Set.of("office", "asc"),
            Set.of("11", "24"));
    Path practiceFile = Files.writeString(folder.resolve("practice.yaml"), "name: Any\n");
    return ContractSet.read(contracts, practice, practiceFile, known).required().contracts().get(0);
  }

  private Term only(InferredRate rate) throws IOException {
    List<Term> terms = read(contract(rate)).terms();
    assertThat(terms).hasSize(1);
    return terms.get(0);
  }

  @Test
  void a_percent_of_all_codes_is_read_as_that() throws IOException {
    Term term = only(rate(option(CURRENT, Method.PERCENT_OF_MEDICARE, "132")));
    assertThat(term.codes()).isEmpty();
    assertThat(term.percent()).isEqualByComparingTo("132");
  }

  @Test
  void a_rate_of_an_earlier_year_has_that_years_fees() throws IOException {
    Term term = only(rate(option(EARLIER, Method.PERCENT_OF_MEDICARE, "118.5"), "99213"));
    assertThat(term.medicare().pricingDate()).isEqualTo(LocalDate.of(2024, 1, 1));
    assertThat(term.percent()).isEqualByComparingTo("118.5");
  }

  @Test
  void a_rate_ends_with_its_last_month() throws IOException {
    RateOption option = option(CURRENT, Method.PERCENT_OF_MEDICARE, "128");
    Term term =
        only(
            new InferredRate(
                option, List.of("62321"), "office", FIRST, YearMonth.of(2025, 2), List.of()));
    assertThat(term.period().to()).isEqualTo(LocalDate.of(2025, 2, 28));
    assertThat(term.setting()).isEqualTo("office");
  }

  @Test
  void a_payer_that_reduces_nothing_has_a_contract_that_says_so() throws IOException {
    Contract contract = read(contract(rate(option(UNREDUCED, Method.PERCENT_OF_MEDICARE, "110"))));
    assertThat(contract.ladder()).isEqualTo(Contract.Ladder.NONE);
  }

  @Test
  void a_single_rate_that_is_not_reduced_says_so_itself() throws IOException {
    List<Term> terms =
        read(contract(
                rate(option(CURRENT, Method.PERCENT_OF_MEDICARE, "110")),
                rate(option(UNREDUCED, Method.FIXED_AMOUNT, "265.00"), "62323")))
            .terms();
    assertThat(terms).extracting(Term::isReduced).containsExactly(true, false);
  }

  @Test
  void many_amounts_are_a_fee_schedule_beside_the_file() throws IOException {
    List<InferredRate> rates = new ArrayList<>();
    for (String code : CODES) {
      rates.add(rate(option(CURRENT, Method.FIXED_AMOUNT, "100.50"), code));
    }
    Contract contract = read(contract(rates.toArray(InferredRate[]::new)));
    assertThat(contract.terms())
        .singleElement()
        .extracting(Term::method)
        .isEqualTo(Method.FEE_SCHEDULE);
    assertThat(contract.schedules().values())
        .singleElement()
        .satisfies(fees -> assertThat(fees).hasSize(CODES.size()));
  }

  @Test
  void the_percent_of_the_charge_of_most_codes_is_that_of_what_is_not_listed() throws IOException {
    List<Term> terms =
        read(contract(
                rate(option(CURRENT, Method.PERCENT_OF_MEDICARE, "110")),
                rate(option(CURRENT, Method.PERCENT_OF_CHARGE, "30"), "J1030", "A4550")))
            .terms();
    assertThat(terms).extracting(Term::isForUnlisted).containsExactly(false, true);
  }

  @Test
  void a_charge_below_the_price_is_the_price_where_that_was_seen() throws IOException {
    InferredRates rates =
        contract(rate(option(CURRENT, Method.PERCENT_OF_MEDICARE, "110"))).rates();
    assertThat(read(new InferredContract("Payer", rates, true)).lesserOf())
        .isEqualTo(LesserOf.LINE);
  }

  @Test
  void each_terms_fit_stands_above_it() {
    InferredContract contract =
        contract(
            rate(option(CURRENT, Method.PERCENT_OF_MEDICARE, "110")),
            rate(option(CURRENT, Method.FIXED_AMOUNT, "265.00"), "62323"));
    List<String> lines = contract.text(Map.of()).lines().toList();
    int amount = line(lines, "fixed_amount");
    TermFit fit = new TermFit(1_204, 1_203, new BigDecimal("9000.00"), new BigDecimal("8990.49"));
    assertThat(contract.text(Map.of(amount, fit)).lines().toList().get(amount - 2))
        .isEqualTo("  # 1,203 of 1,204 lines to the cent (99.9%), $8,990 of $9,000 allowed");
  }

  private static int line(List<String> lines, String word) {
    for (int i = 0; i < lines.size(); i++) {
      if (lines.get(i).contains(word)) {
        return i + 1;
      }
    }
    throw new AssertionError(word);
  }

  @Test
  void what_has_no_rate_is_listed_with_the_reason() {
    InferredRates rates =
        new InferredRates(
            FIRST,
            LAST,
            List.of(rate(option(CURRENT, Method.PERCENT_OF_MEDICARE, "110"), "62323")),
            List.of(
                new Unknown(
                    "64483", "office", Reason.NO_CLEAR_RATE, 31, new BigDecimal("4100.20"))));
    assertThat(new InferredContract("Payer", rates, false).text(Map.of()))
        .endsWith(
            """
            # Without a rate of their own, the largest first:
            #   64483 office: no one rate, 31 lines, $4,100.20 allowed
            """);
  }

  @Test
  void few_amounts_need_no_fee_schedule() {
    assertThat(contract(rate(option(CURRENT, Method.FIXED_AMOUNT, "1.00"), "62323")).schedule())
        .isNull();
  }
}
