package org.allowable.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.allowable.config.PracticeFile;
import org.allowable.model.ColumnType.Decimal;
import org.allowable.model.ColumnType.Plain;
import org.allowable.model.ContractTables;
import org.allowable.model.Table;
import org.allowable.model.TableColumn;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How contracts stand in the tables that SQL reads. */
class ContractRowsTest {

  @TempDir private Path folder = Path.of("");

  private ContractFolder written = new ContractFolder(folder);

  @BeforeEach
  void place() {
    written = new ContractFolder(folder);
  }

  @Test
  void terms_are_ranked_from_the_most_specific_to_the_least() {
    written.file("contracts/s.csv", "hcpcs_code,amount\n62323,310.00\n");
    written.contract(
        "one.yaml",
        ContractFolder.HEADER
            + """
            terms:
              - {percent_of_medicare: 118}
              - {percent_of_medicare: 119, setting: office}
              - {fee_schedule: s.csv}
              - {percent_of_medicare: 120, codes: [62320-62327]}
              - {percent_of_medicare: 121, codes: [62320-62323]}
              - {percent_of_medicare: 122, codes: [62323]}
              - {percent_of_medicare: 123, codes: [62323], setting: office}
              - {percent_of_medicare: 124, codes: [62323], place_of_service: "11"}
              - {percent_of_medicare: 125, codes: [62323], modifier: "26"}
            unlisted: {percent_of_charge: 45}
            """);
    assertThat(column(ContractTables.CONTRACT_TERM, "one", "basis"))
        .containsExactly(
            "125% of Medicare",
            "124% of Medicare",
            "123% of Medicare",
            "122% of Medicare",
            "121% of Medicare",
            "120% of Medicare",
            "fee schedule s.csv",
            "119% of Medicare",
            "118% of Medicare",
            "45% of the charge");
  }

  @Test
  void yearly_increases_compound() {
    escalated("{from: 2027-01-01, percent: 3, every: year, applies_to: [fixed_amount]}");
    assertThat(column(ContractTables.CONTRACT_ESCALATOR, "one", "factor"))
        .startsWith(factor("1.03"), factor("1.0609"), factor("1.092727"));
  }

  @Test
  void increases_that_do_not_compound_add_up() {
    escalated(
        "{from: 2027-01-01, percent: 3, every: year, compounding: false, applies_to: [fixed_amount]}");
    assertThat(column(ContractTables.CONTRACT_ESCALATOR, "one", "factor"))
        .startsWith(factor("1.03"), factor("1.06"), factor("1.09"));
  }

  @Test
  void an_increase_of_one_time_holds_to_the_contracts_end() {
    escalated("{from: 2027-01-01, percent: 3, every: once, applies_to: [fixed_amount]}");
    assertThat(column(ContractTables.CONTRACT_ESCALATOR, "one", "effective_to_date"))
        .containsExactly((Object) null);
  }

  @Test
  void an_increase_raises_only_what_it_applies_to() {
    escalated("{from: 2027-01-01, percent: 3, every: once, applies_to: [fixed_amount]}");
    assertThat(column(ContractTables.CONTRACT_ESCALATOR, "one", "method"))
        .containsExactly("fixed_amount");
  }

  @Test
  void the_last_rank_of_a_ladder_holds_for_all_further_ones() {
    written.contract(
        "one.yaml",
        ContractFolder.HEADER.replace("medicare\n", "[100, 50, 25]\n")
            + "terms: [{percent_of_medicare: 118}]\n");
    assertThat(column(ContractTables.CONTRACT_LADDER, "one", "rank_to"))
        .containsExactly(1, 2, null);
  }

  @Test
  void a_percent_of_the_practice_file_names_its_line() {
    List<Object> lines =
        column(ContractTables.CONTRACT_TERM, "percent of Medicare: Blue Harbor", "source_line");
    assertThat(lines).hasSize(2).doesNotHaveDuplicates().doesNotContain(1);
  }

  @Test
  void a_percent_of_a_release_is_dated_by_the_day_it_starts() {
    written.terms("{percent_of_medicare: 118, medicare: {release: 2024c}}");
    assertThat(ContractRows.scenarios(written.read().required(), ContractFolder.KNOWN))
        .singleElement()
        .satisfies(row -> assertThat(row[3]).hasToString("2024-07-01"));
  }

  @Test
  void every_row_is_as_its_table_declares() {
    ContractSet contractSet = example();
    ContractRows.of(contractSet)
        .forEach((table, rows) -> rows.forEach(row -> assertFits(table, row)));
  }

  @Test
  void the_example_contracts_have_no_problem() {
    assertThat(example().contracts()).extracting(Contract::id).contains("pinnacle-2026");
  }

  private static ContractSet example() {
    Path practice = Path.of("data/example/practice.yaml");
    return ContractSet.read(
            Path.of("data/example/contracts"),
            PracticeFile.read(practice),
            practice,
            ContractFolder.KNOWN)
        .required();
  }

  private void escalated(String escalator) {
    written.contract(
        "one.yaml",
        ContractFolder.HEADER
            + "escalators:\n  - "
            + escalator
            + "\nterms: [{fixed_amount: 310, codes: [62323]}]\n");
  }

  private List<@Nullable Object> column(Table table, String contract, String column) {
    Map<Table, List<@Nullable Object[]>> rows = ContractRows.of(written.read().required());
    java.util.ArrayList<@Nullable Object> values = new java.util.ArrayList<>();
    for (@Nullable Object[] row : Objects.requireNonNull(rows.get(table))) {
      if (contract.equals(row[table.indexOf("contract")])) {
        values.add(row[table.indexOf(column)]);
      }
    }
    return values;
  }

  private static BigDecimal factor(String text) {
    return new BigDecimal(text).setScale(8);
  }

  private static void assertFits(Table table, @Nullable Object[] row) {
    List<TableColumn> columns = table.columns();
    assertThat(row).as(table.name()).hasSameSizeAs(columns);
    for (int i = 0; i < row.length; i++) {
      Object value = row[i];
      String place = table.name() + "." + columns.get(i).name() + " of " + Arrays.toString(row);
      assertThat(value != null || !columns.get(i).isRequired()).as(place).isTrue();
      if (columns.get(i).type() instanceof Decimal type && value != null) {
        assertThat(value).as(place).isInstanceOf(BigDecimal.class);
        assertThat(((BigDecimal) value).scale()).as(place).isEqualTo(type.scale());
      }
      if (columns.get(i).type() == Plain.INT && value != null) {
        assertThat(value).as(place).isInstanceOf(Integer.class);
      }
    }
  }
}
