package org.allowable.job;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** The questions of all test classes of the pricing rules, asked in one run. */
final class RuleCases {

  /** Invented codes whose fees are easy to reckon with; classes ask as they are initialised. */
  static final PriceQuestions ASKED = new PriceQuestions();

  private static final List<Class<?>> ASKING =
      List.of(
          MultipleProcedureCasesTest.class,
          BilateralCasesTest.class,
          RankedPartCasesTest.class,
          SurgeonRoleCasesTest.class,
          ModifierCasesTest.class);

  private static boolean isPriced;

  private RuleCases() {}

  /**
   * Prices the questions of all classes, once.
   *
   * @param folder for the length of this call
   */
  static synchronized void price(Path folder) throws IOException {
    if (isPriced) {
      return;
    }
    for (Class<?> asking : ASKING) {
      initialise(asking);
    }
    ASKED.run(SmallRun.resource("/reference/rules"), folder);
    isPriced = true;
  }

  private static void initialise(Class<?> asking) {
    try {
      Class.forName(asking.getName(), true, asking.getClassLoader());
    } catch (ClassNotFoundException e) {
      throw new IllegalStateException(e);
    }
  }
}
