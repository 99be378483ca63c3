package org.allowable.job;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.allowable.config.Practice;
import org.allowable.config.Practice.PayerClass;
import org.jspecify.annotations.Nullable;

/** The one run that all cases of session limits share, each with patients of its own. */
final class SessionCases {

  /** The limit of the policies with one. */
  static final String YEARLY = "4 in 12 months";

  static final Practice PRACTICE =
      SessionRun.practice(
          Map.of(
              "Medicare", PayerClass.MEDICARE,
              "Advantage", PayerClass.MEDICARE_ADVANTAGE,
              "Denies", PayerClass.MEDICARE,
              "Unlimited", PayerClass.COMMERCIAL,
              "Reviewer", PayerClass.COMMERCIAL,
              "Injections", PayerClass.COMMERCIAL,
              "Sides", PayerClass.COMMERCIAL,
              "Yearly", PayerClass.COMMERCIAL,
              "Episodes", PayerClass.COMMERCIAL,
              "Days", PayerClass.COMMERCIAL),
          Map.of(
              "Denies", List.of(),
              "Reviewer", List.of("EVICORE_ESI_V1"),
              "Injections", List.of("BCBS_MA_690"),
              "Sides", List.of("SIDES"),
              "Yearly", List.of("YEARLY"),
              "Episodes", List.of("EPISODES"),
              "Days", List.of("DAYS")));

  private static final List<Class<?>> ASKING =
      List.of(SessionWindowCasesTest.class, SessionCountCasesTest.class, FrequencyProofTest.class);

  private static @Nullable SessionRun once;

  private SessionCases() {}

  /** The run; the first call makes it. */
  static synchronized SessionRun run() {
    SessionRun made = once;
    if (made == null) {
      made = make();
      once = made;
    }
    return made;
  }

  private static SessionRun make() {
    SessionHistory all = new SessionHistory();
    try {
      for (Class<?> asking : ASKING) {
        Class.forName(asking.getName(), true, asking.getClassLoader());
      }
      List.of(
              SessionWindowCasesTest.HISTORY,
              SessionCountCasesTest.HISTORY,
              FrequencyProofTest.HISTORY)
          .forEach(history -> all.lines().addAll(history.lines()));
      Path folder = java.nio.file.Files.createTempDirectory("sessions");
      Runtime.getRuntime().addShutdownHook(new Thread(() -> CaseRun.delete(folder)));
      return SessionRun.of(all, reference(folder), folder.resolve("work"), PRACTICE);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (ClassNotFoundException e) {
      throw new IllegalStateException(e);
    }
  }

  // Policies that no payer has, each to see one rule.
  private static Path reference(Path folder) throws IOException {
    SessionRun.table(
        folder.resolve("reference"),
        "frequency_policy",
        "",
        "",
        "YEARLY,1 in 12 months,One a year,test,session,12,,1,one_session,,,,none,performed,2000-01-01,,test",
        "EPISODES,1 in 12 months,One a year,test,session,12,,1,one_session,,,,new_episode,performed,2000-01-01,,test",
        "DAYS,1 in 90 days,One in 90 days,test,session,,90,1,one_session,,,,none,performed,2000-01-01,,test",
        "SIDES,9 in 12 months,Nine sides,test,injection,12,,9,each_unit_and_side,,,,none,performed,2000-01-01,,test");
    return SessionRun.table(
        folder.resolve("reference"),
        "frequency_policy_code",
        "",
        "",
        "YEARLY,62323,lumbar_sacral,2000-01-01,,test",
        "EPISODES,62323,lumbar_sacral,2000-01-01,,test",
        "DAYS,62323,lumbar_sacral,2000-01-01,,test",
        "SIDES,64483,lumbar_sacral,2000-01-01,,test");
  }
}
