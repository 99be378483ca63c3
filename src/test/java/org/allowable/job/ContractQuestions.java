package org.allowable.job;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.allowable.config.Practice;
import org.allowable.config.PracticeFile;
import org.allowable.contract.ContractSet;
import org.allowable.contract.KnownReference;
import org.allowable.engine.Engine;
import org.allowable.model.Progress;

/**
 * Lines to be priced by invented contracts in one run; each is known by its number, from 1.
 *
 * <p>Their fee schedule is invented: in the office 99213 is 100 dollars, 99214 200, 99215 300,
 * 62323 300, 64483 200, 64493 160, 64635 400, 20553 80, 77003 100 (26: 40, TC: 60); each is 20
 * dollars less in 2024 but for 77003; locality 99 is half as much again. In a surgery center 62323
 * is 120, 64483 100. Medicare has no fee for G0260 and bundles 99024.
 */
final class ContractQuestions {

  private static final Path PRACTICE = Path.of("data/example/practice.yaml");

  /** One line; what is not said is one unit in the office on 3 March 2025 for 1,000 dollars. */
  record Question(
      String contract,
      String date,
      String code,
      String modifier,
      String units,
      String charge,
      String place,
      String locality,
      String credential,
      String encounter) {

    static Question of(String contract, String code) {
      return new Question(contract, "2025-03-03", code, "", "1", "1000", "11", "01", "", "");
    }

    Question on(String day) {
      return new Question(
          contract, day, code, modifier, units, charge, place, locality, credential, encounter);
    }

    Question modified(String with) {
      return new Question(
          contract, date, code, with, units, charge, place, locality, credential, encounter);
    }

    Question times(String number) {
      return new Question(
          contract, date, code, modifier, number, charge, place, locality, credential, encounter);
    }

    Question charged(String amount) {
      return new Question(
          contract, date, code, modifier, units, amount, place, locality, credential, encounter);
    }

    Question at(String placeOfService) {
      return new Question(
          contract,
          date,
          code,
          modifier,
          units,
          charge,
          placeOfService,
          locality,
          credential,
          encounter);
    }

    Question by(String who) {
      return new Question(
          contract, date, code, modifier, units, charge, place, locality, who, encounter);
    }

    Question beside(String others) {
      return new Question(
          contract, date, code, modifier, units, charge, place, locality, credential, others);
    }

    private String row() {
      return String.join(
          ",",
          contract,
          date,
          code,
          modifier,
          units,
          charge,
          place,
          "12402",
          locality,
          credential,
          encounter,
          "0");
    }
  }

  private final List<Question> questions = new ArrayList<>();
  private List<CanaryRun.Result> answers = List.of();

  /** Adds a question and gives its number. */
  int ask(Question question) {
    questions.add(question);
    return questions.size();
  }

  /** Prices all by the contracts of a folder, to which the questions are added. */
  void run(Path contracts, Path work) throws IOException {
    List<String> rows = new ArrayList<>();
    rows.add(
        "contract,service_date,hcpcs_code,hcpcs_modifier_1,units,charge_amount,"
            + "place_of_service_code,carrier,locality,credential,encounter,"
            + "expected_allowed_amount");
    questions.forEach(question -> rows.add(question.row()));
    Files.write(contracts.resolve("canary.csv"), rows);
    Engine engine = SmallRun.newEngine();
    ReferenceViews references = new ReferenceViews(SmallRun.resource("/reference/contract"), work);
    references.register(engine);
    Practice practice = PracticeFile.read(PRACTICE);
    KnownReference known = references.known();
    ContractSet contractSet = ContractSet.read(contracts, practice, PRACTICE, known).required();
    InputViews.register(engine, practice);
    InputViews.register(engine, contractSet, known);
    answers = CanaryRun.run(engine, practice, Progress.SILENT);
  }

  /** The answer to a question. */
  CanaryRun.Result answer(int number) {
    return answers.get(number - 1);
  }
}
