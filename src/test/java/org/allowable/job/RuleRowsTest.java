package org.allowable.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.allowable.ingest.cms.library.ReferenceLibrary;
import org.allowable.job.PriceQuestions.Question;
import org.allowable.model.Reference;
import org.allowable.model.Table;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every rule row that ships decides a price: on the one day on which it does not hold, the answer
 * is another. Each row has a day of its own, so that one run asks for all.
 */
@Tag("long")
class RuleRowsTest {

  /** A row, the day on which it does not hold, and the numbers of its question on two days. */
  private record Case(
      Table table, List<String> cells, LocalDate withoutIt, int whereItHolds, int whereNot) {

    @Override
    public String toString() {
      return table.name() + " " + String.join(" ", cells.subList(0, table.indexOf("source")));
    }
  }

  private static final LocalDate ALL_HOLD = LocalDate.of(2025, 12, 31);
  private static final List<Table> TABLES =
      List.of(
          Reference.MULTIPLE_PROCEDURE_RULE,
          Reference.BILATERAL_RULE,
          Reference.SURGEON_ROLE_RULE,
          Reference.CREDENTIAL_RULE,
          Reference.PARTICIPATION_RULE,
          Reference.SETTING_RULE,
          Reference.MODIFIER_EFFECT);

  private static final PriceQuestions ASKED = new PriceQuestions();
  private static final List<Case> CASES = new ArrayList<>();

  @TempDir private static Path folder = Path.of("");

  @BeforeAll
  static void price() throws IOException {
    Path shipped = ReferenceLibrary.unpackShipped(folder.resolve("shipped"));
    Path reference = Files.createDirectory(folder.resolve("reference"));
    try (Stream<Path> files = Files.list(SmallRun.resource("/reference/rules"))) {
      for (Path file : files.toList()) {
        Files.copy(file, reference.resolve(file.getFileName().toString()));
      }
    }
    for (Table table : TABLES) {
      List<Path> files = ReferenceLibrary.files(shipped, table);
      ReferenceLibrary.forEach(files, table, cells -> ask(table, cells));
      write(table, reference);
    }
    ASKED.run(reference, folder);
  }

  private static void ask(Table table, List<String> cells) {
    Function<String, String> row = column -> cells.get(table.indexOf(column));
    // Facilities have their own tests.
    if (table.equals(Reference.MULTIPLE_PROCEDURE_RULE)
        && !row.apply("payment_system").equals("physician")) {
      return;
    }
    Question question = question(table, row);
    LocalDate withoutIt = LocalDate.of(2025, 1, 2).plusDays(CASES.size());
    CASES.add(
        new Case(
            table,
            cells,
            withoutIt,
            ASKED.ask(question),
            ASKED.ask(question.with("service_date", withoutIt.toString()))));
  }

  private static Question question(Table table, Function<String, String> row) {
    return switch (table.name()) {
      case "multiple_procedure_rule" ->
          of(ranked(row.apply("indicator")), "").ranked(Integer.parseInt(row.apply("rank_from")));
      case "bilateral_rule" -> of("BIL0" + row.apply("bilateral_indicator"), "50");
      case "surgeon_role_rule" -> ofRole(row.apply("surgeon_role"), row.apply("indicator"));
      case "credential_rule" -> of("EV100", "").by(row.apply("credential"));
      case "participation_rule" ->
          of("EV100", "").with("participation", row.apply("participation"));
      case "setting_rule" ->
          of(componentCode(row.apply("pctc_indicator")), row.apply("modifier"))
              .with("place_of_service_code", row.apply("place_of_service_code"));
      default -> of("GL090", row.apply("modifier"));
    };
  }

  private static String componentCode(String indicator) {
    return switch (indicator) {
      case "1" -> "DX100";
      case "3" -> "TO015";
      case "4" -> "GT025";
      case "5" -> "IT010";
      case "7" -> "PT030";
      default -> "SM035";
    };
  }

  private static String ranked(String indicator) {
    return List.of("OA090", "SA100", "EM300", "IM100", "TH050", "CV100", "OP100")
        .get(Integer.parseInt(indicator) - 1);
  }

  private static Question ofRole(String role, String indicator) {
    return switch (role) {
      case "assistant_at_surgery" -> of("AST0" + indicator, "80");
      case "co_surgeon" -> of("COS0" + indicator, "62");
      default -> of("TEM0" + indicator, "66");
    };
  }

  private static Question of(String code, String modifiers) {
    return Question.of(code, "11", ALL_HOLD.toString()).modified(modifiers);
  }

  // Each row as two: until the day before its own, and from the day after.
  private static void write(Table table, Path reference) throws IOException {
    try (CSVPrinter csv =
        new CSVPrinter(
            Files.newBufferedWriter(
                reference.resolve(table.name() + ".csv"), StandardCharsets.UTF_8),
            CSVFormat.DEFAULT)) {
      csv.printRecord(table.columnNames());
      for (Case one : CASES) {
        if (one.table().equals(table)) {
          List<String> until = new ArrayList<>(one.cells());
          until.set(table.indexOf("effective_to_date"), one.withoutIt().minusDays(1).toString());
          csv.printRecord(until);
          List<String> from = new ArrayList<>(one.cells());
          from.set(table.indexOf("effective_from_date"), one.withoutIt().plusDays(1).toString());
          csv.printRecord(from);
        }
      }
    }
  }

  static List<Case> cases() {
    return CASES;
  }

  @ParameterizedTest
  @MethodSource("cases")
  void a_rule_row_decides_an_answer(Case row) {
    assertThat(answer(row.whereNot())).isNotEqualTo(answer(row.whereItHolds()));
  }

  private static Map<String, @Nullable Object> answer(int number) {
    Map<String, @Nullable Object> answer = new HashMap<>(ASKED.answer(number));
    answer.remove("request_number");
    return answer;
  }
}
