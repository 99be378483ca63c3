package org.allowable.job;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.allowable.config.EngineChoice;
import org.allowable.config.Practice.ApmStatus;
import org.allowable.config.PriceScenario;
import org.allowable.ingest.price.PriceRequestFile;
import org.allowable.model.Rows;
import org.jspecify.annotations.Nullable;

/** Services to be priced in one run; each is known by its number, from 1. */
final class PriceQuestions {

  private static final List<String> HEADER =
      Stream.concat(PriceRequestFile.COLUMNS.stream(), PriceRequestFile.OPTIONAL.stream()).toList();
  private static final String ONLY = "as_billed";

  /** One service in one place of the country; what is not said is one unit, nationally. */
  record Question(Map<String, String> cells) {

    static Question of(String code, String place, String date) {
      return new Question(Map.of("hcpcs_code", code, "units", "1"))
          .with("place_of_service_code", place)
          .with("service_date", date)
          .in("00000", "00");
    }

    /** With up to four modifiers, a space between. */
    Question modified(String modifiers) {
      Question modified = this;
      int number = 1;
      for (String modifier : modifiers.split(" ", -1)) {
        modified = modified.with("hcpcs_modifier_" + number++, modifier);
      }
      return modified;
    }

    Question in(String carrier, String locality) {
      return with("carrier", carrier).with("locality", locality);
    }

    Question times(String units) {
      return with("units", units);
    }

    Question as(String status) {
      return with("apm", status);
    }

    Question charged(String amount) {
      return with("charge_amount", amount);
    }

    Question ranked(int rank) {
      return with("procedure_rank", String.valueOf(rank));
    }

    Question by(String credential) {
      return with("credential", credential);
    }

    Question with(String column, String cell) {
      Map<String, String> changed = new HashMap<>(cells);
      changed.put(column, cell);
      return new Question(Map.copyOf(changed));
    }

    private String row() {
      return String.join(
          ",", HEADER.stream().map(column -> cells.getOrDefault(column, "")).toList());
    }
  }

  private final List<Question> questions = new ArrayList<>();
  private final Map<String, Map<String, @Nullable Object>> answers = new HashMap<>();
  private final List<String> said = new ArrayList<>();
  private int days;

  /** Adds a question and gives its number. */
  int ask(Question question) {
    questions.add(question);
    return questions.size();
  }

  /** Adds what one physician did for one patient on one day, line by line. */
  List<Integer> day(Question... lines) {
    days++;
    return Stream.of(lines).map(line -> ask(line.with("encounter", "day " + days))).toList();
  }

  /** Asks all. */
  void run(Path reference, Path folder) throws IOException {
    run(reference, folder, List.of());
  }

  /** Asks all under each scenario. */
  void run(Path reference, Path folder, List<PriceScenario> scenarios) throws IOException {
    Path file = folder.resolve("requests.csv");
    Files.write(
        file,
        Stream.concat(Stream.of(String.join(",", HEADER)), questions.stream().map(Question::row))
            .toList());
    Path work = Files.createDirectory(folder.resolve("work"));
    Rows rows =
        PriceRun.price(
            new PriceRequestFile(file),
            reference,
            ApmStatus.NON_QP,
            scenarios,
            new Engines(EngineChoice.AUTO, work),
            said::add);
    for (Iterator<@Nullable Object[]> i = rows.iterator().get(); i.hasNext(); ) {
      keep(rows.columns(), i.next());
    }
  }

  private void keep(List<String> columns, @Nullable Object[] values) {
    Map<String, @Nullable Object> row = new HashMap<>();
    for (int i = 0; i < values.length; i++) {
      row.put(columns.get(i), values[i]);
    }
    answers.put(row.get("request_number") + " " + row.get("scenario"), row);
  }

  int count() {
    return questions.size();
  }

  /** What the run said last. */
  String lastWord() {
    return said.get(said.size() - 1);
  }

  /** The answer to a question. */
  Map<String, @Nullable Object> answer(int number) {
    return answer(number, ONLY);
  }

  /** The answer to a question under a scenario. */
  Map<String, @Nullable Object> answer(int number, String scenario) {
    return Objects.requireNonNull(answers.get(number + " " + scenario));
  }

  /** What Medicare allows in US dollars, or why there is no amount. */
  String price(int number) {
    return price(number, ONLY);
  }

  /** What Medicare allows under a scenario in US dollars, or why there is no amount. */
  String price(int number, String scenario) {
    Map<String, @Nullable Object> answer = answer(number, scenario);
    return answer.get("medicare_allowed_amount") instanceof BigDecimal amount
        ? amount.toPlainString()
        : String.valueOf(answer.get("pricing_status"));
  }

  /** The prices of a day's lines. */
  List<String> prices(List<Integer> day) {
    return day.stream().map(this::price).toList();
  }
}
