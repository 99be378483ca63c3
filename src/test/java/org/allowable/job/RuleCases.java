package org.allowable.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.allowable.job.PriceQuestions.Question;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;

/**
 * The questions of all test classes of the pricing rules, asked in one run, and how a class asks
 * and reads them.
 */
abstract class RuleCases {

  /** Invented codes whose fees are easy to reckon with; classes ask as they are initialized. */
  static final PriceQuestions ASKED = new PriceQuestions();

  private static final List<Class<?>> ASKING =
      List.of(
          MultipleProcedureCases.class,
          BilateralCases.class,
          RankedPartCases.class,
          SurgeonRoleCases.class,
          PayableSettingCases.class,
          PaidOnlyAloneCases.class,
          ModifierCases.class);

  // For the length of the first class alone: what was answered stays.
  @TempDir private static Path folder = Path.of("");

  private static boolean isPriced;

  @BeforeAll
  static synchronized void price_the_questions_of_all_classes_once() throws IOException {
    if (isPriced) {
      return;
    }
    for (Class<?> asking : ASKING) {
      initialize(asking);
    }
    ASKED.run(SmallRun.resource("/reference/rules"), folder);
    isPriced = true;
  }

  private static void initialize(Class<?> asking) {
    try {
      Class.forName(asking.getName(), true, asking.getClassLoader());
    } catch (ClassNotFoundException e) {
      throw new IllegalStateException(e);
    }
  }

  /** A service in the office. */
  static Question of(String code) {
    return Question.of(code, "11", "2025-11-03");
  }

  /** A service in the office with modifiers, a space between. */
  static Question of(String code, String modifiers) {
    return of(code).modified(modifiers);
  }

  static int ask(String code, String modifiers) {
    return ASKED.ask(of(code, modifiers));
  }

  /** The price of a line is this, in US dollars, or there is none for this reason. */
  static void priced(int question, String price) {
    assertThat(ASKED.price(question)).isEqualTo(price);
  }

  /** The same of several lines. */
  static void priced(List<Integer> questions, String... prices) {
    assertThat(ASKED.prices(questions)).containsExactly(prices);
  }
}
