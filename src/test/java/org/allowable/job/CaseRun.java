package org.allowable.job;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The one run that all cases share: a run costs seconds, a case next to nothing. */
final class CaseRun {

  private static @Nullable SmallRun once;

  private CaseRun() {}

  /** The run; the first call makes it. */
  static synchronized SmallRun run() {
    SmallRun made = once;
    if (made == null) {
      made = make();
      once = made;
    }
    return made;
  }

  private static SmallRun make() {
    CaseFiles all = new CaseFiles();
    List.of(
            MatchingCases.FILES,
            NettingCases.FILES,
            PayerCases.FILES,
            DenialCases.FILES,
            WholeClaimCases.FILES,
            VarianceCases.FILES,
            AnswerCases.FILES,
            StandingCases.FILES,
            TransactionExceptionCases.FILES)
        .forEach(all::with);
    try {
      Path folder = Files.createTempDirectory("cases");
      Runtime.getRuntime().addShutdownHook(new Thread(() -> delete(folder)));
      return SmallRun.of(all, folder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static void delete(Path folder) {
    try (var files = Files.walk(folder)) {
      files.sorted(Comparator.reverseOrder()).forEach(file -> file.toFile().delete());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
