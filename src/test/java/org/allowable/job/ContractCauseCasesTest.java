package org.allowable.job;

import static org.allowable.job.CauseHistory.NONE;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.allowable.config.Practice.NamedContract;
import org.allowable.config.Practice.Product;
import org.allowable.job.CauseHistory.Line;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What payers make of a contract by mistake, worked out by hand: a case a mistake. */
@Tag("long")
class ContractCauseCasesTest {

  private static final LocalDate DAY = LocalDate.of(2026, 4, 6);
  private static final String AMOUNTS =
      """
      terms:
        - {fixed_amount: 100.00, codes: [99213]}
        - {fixed_amount: 151.00, codes: [99214]}
        - {fixed_amount: 87.00, codes: [20610]}
        - {fixed_amount: 1000.00, codes: [64635]}
      """;

  private static final CauseHistory HISTORY = new CauseHistory();
  private static final Map<String, List<Line>> LINES = new TreeMap<>();

  private static String contract(String id, String from, String more, String terms) {
    return "contract: %s%nname: %s%nfrom: %s%n%s".formatted(id, id, from, more)
        + "lesser_of: none\nmultiple_procedures: medicare\n"
        + terms;
  }

  private static void payer(String name, Map<String, String> files, NamedContract... named) {
    HISTORY.contracts(name, List.of(named), files);
  }

  private static void line(
      String payer, String code, String charge, String expected, String allowed) {
    LINES
        .computeIfAbsent(payer, key -> new ArrayList<>())
        .add(HISTORY.line(payer, code, DAY, false, charge, expected, allowed, NONE));
  }

  @BeforeAll
  static void run() throws IOException {
    payer(
        "Raised",
        Map.of(
            "raised",
            contract(
                "raised",
                "2025-01-01",
                "escalators: [{from: 2026-01-01, percent: 3, every: once, applies_to: [fixed_amount]}]\n",
                AMOUNTS)),
        NamedContract.named("raised"));
    line("Raised", "99213", "900", "103.00", "100.00");
    line("Raised", "99214", "900", "155.53", "151.00");
    line("Raised", "20610", "900", "89.61", "87.00");

    Map<String, String> renewed = new LinkedHashMap<>();
    renewed.put("before", contract("before", "2025-01-01", "to: 2025-12-31\n", AMOUNTS));
    renewed.put(
        "now",
        contract(
            "now",
            "2026-01-01",
            "",
            AMOUNTS.replace("100.00", "111.00").replace("151", "163").replace("87", "93")));
    payer("Renewed", renewed, NamedContract.named("before"), NamedContract.named("now"));
    line("Renewed", "99213", "900", "111.00", "100.00");
    line("Renewed", "99214", "900", "163.00", "151.00");
    line("Renewed", "20610", "900", "93.00", "87.00");

    Map<String, String> products = new LinkedHashMap<>();
    products.put("exchange", contract("exchange", "2025-01-01", "", AMOUNTS));
    products.put(
        "general",
        contract(
            "general",
            "2025-01-01",
            "",
            AMOUNTS.replace("100.00", "112.00").replace("151", "164").replace("87", "94")));
    payer(
        "Products",
        products,
        new NamedContract("exchange", List.of(new Product(null, null, "HM"))),
        NamedContract.named("general"));
    line("Products", "99213", "900", "112.00", "100.00");
    line("Products", "99214", "900", "164.00", "151.00");
    line("Products", "20610", "900", "94.00", "87.00");

    payer(
        "Charges",
        Map.of("charges", contract("charges", "2025-01-01", "", AMOUNTS)),
        NamedContract.named("charges"));
    line("Charges", "99213", "91.37", "100.00", "91.37");
    line("Charges", "99214", "120", "151.00", "120.00");
    line("Charges", "20610", "80", "87.00", "80.00");

    payer(
        "Assisted",
        Map.of(
            "assisted", contract("assisted", "2025-01-01", "modifiers: {\"80\": 20}\n", AMOUNTS)),
        NamedContract.named("assisted"));
    for (int i = 0; i < 3; i++) {
      line("Assisted", "64635-80", "9000", "200.00", "160.00");
    }
    HISTORY.run();
  }

  private static List<String> causes(String payer) {
    return Objects.requireNonNull(LINES.get(payer)).stream()
        .map(HISTORY::cause)
        .distinct()
        .toList();
  }

  @Test
  void the_lines_are_expected_at_the_amounts_worked_out_by_hand() {
    assertThat(HISTORY.lines())
        .allSatisfy(line -> assertThat(HISTORY.price(line)).isEqualTo(line.expected()));
  }

  @Test
  void amounts_that_were_not_raised_are_a_missed_escalator() {
    assertThat(causes("Raised")).containsExactly("Escalator missed");
  }

  @Test
  void amounts_of_the_contract_before_are_its_earlier_rate() {
    assertThat(causes("Renewed")).containsExactly("Earlier rate (before, amounts to 12/31/2025)");
  }

  @Test
  void amounts_of_another_product_are_another_contracts() {
    assertThat(causes("Products")).containsExactly("Other contract (exchange, amounts)");
  }

  @Test
  void a_charge_that_the_contract_does_not_look_at_is_named() {
    assertThat(causes("Charges")).containsExactly("No more than the charge");
  }

  @Test
  void an_assistant_at_medicares_percent_is_named_where_the_contract_has_its_own() {
    assertThat(causes("Assisted")).containsExactly("Assistant at 16%");
  }
}
