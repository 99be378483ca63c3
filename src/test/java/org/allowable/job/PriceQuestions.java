package org.allowable.job;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.allowable.Sparks;
import org.allowable.config.Practice.ApmStatus;
import org.allowable.ingest.price.PriceRequestFile;
import org.allowable.model.Rows;
import org.jspecify.annotations.Nullable;

/** Services to be priced in one run; each is known by its number, from 1. */
final class PriceQuestions {

  /** One service in one place of the country; what is not said is one unit, nationally. */
  record Question(
      String code,
      String modifiers,
      String place,
      String date,
      String carrier,
      String locality,
      String units,
      String apm) {

    static Question of(String code, String place, String date) {
      return new Question(code, "", place, date, "00000", "00", "1", "");
    }

    /** With one or two modifiers, a space between. */
    Question modified(String with) {
      return new Question(code, with, place, date, carrier, locality, units, apm);
    }

    Question in(String itsCarrier, String itsLocality) {
      return new Question(code, modifiers, place, date, itsCarrier, itsLocality, units, apm);
    }

    Question times(String itsUnits) {
      return new Question(code, modifiers, place, date, carrier, locality, itsUnits, apm);
    }

    Question as(String status) {
      return new Question(code, modifiers, place, date, carrier, locality, units, status);
    }

    private String row() {
      String[] two = (modifiers + " ").split(" ", -1);
      return String.join(
          ",", code, two[0], two[1], "", "", place, date, carrier, locality, units, "", apm);
    }
  }

  private final List<Question> questions = new ArrayList<>();
  private final Map<Integer, Map<String, @Nullable Object>> answers = new HashMap<>();
  private final List<String> said = new ArrayList<>();

  /** Adds a question and gives its number. */
  int ask(Question question) {
    questions.add(question);
    return questions.size();
  }

  /** Asks all. */
  void run(Path reference, Path folder) throws IOException {
    Path file = folder.resolve("requests.csv");
    String header =
        String.join(",", PriceRequestFile.COLUMNS)
            + ","
            + PriceRequestFile.APM
            + System.lineSeparator();
    Files.writeString(
        file,
        header
            + String.join(System.lineSeparator(), questions.stream().map(Question::row).toList()));
    // The tests' own Spark, not one whose folder goes with this test.
    Objects.requireNonNull(Sparks.session());
    Path work = Files.createDirectory(folder.resolve("work"));
    Rows rows =
        PriceRun.price(
            new PriceRequestFile(file), reference, ApmStatus.NON_QP, List.of(), work, said::add);
    for (Iterator<@Nullable Object[]> i = rows.iterator().get(); i.hasNext(); ) {
      keep(rows.columns(), i.next());
    }
  }

  private void keep(List<String> columns, @Nullable Object[] values) {
    Map<String, @Nullable Object> row = new HashMap<>();
    for (int i = 0; i < values.length; i++) {
      row.put(columns.get(i), values[i]);
    }
    answers.put(answers.size() + 1, row);
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
    return Objects.requireNonNull(answers.get(number));
  }
}
