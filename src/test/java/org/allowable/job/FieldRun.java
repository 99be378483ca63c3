package org.allowable.job;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.allowable.config.PracticeFile;
import org.jspecify.annotations.Nullable;

/**
 * Small remittances that went wrong in the field, and the claims that belong to them, in one run of
 * the monthly report of September 2026. They are there only beside a checkout of the development
 * data.
 */
final class FieldRun {

  /** One folder a condition, each with its input. */
  static final Path CONDITIONS = Path.of("../shared/data/field");

  // The same check as in another folder: it would be counted there.
  private static final Set<String> APART = Set.of("r21b_same_check_other_header", "p01_excel_csv");

  private static @Nullable SmallRun once;

  private FieldRun() {}

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
    try {
      Path folder = Files.createTempDirectory("field");
      Runtime.getRuntime().addShutdownHook(new Thread(() -> CaseRun.delete(folder)));
      Path source = Files.createDirectories(folder.resolve("source"));
      for (Path condition : list(CONDITIONS)) {
        if (Files.isDirectory(condition) && !APART.contains(condition.getFileName().toString())) {
          for (Path file : list(condition.resolve("input"))) {
            Files.copy(file, source.resolve(condition.getFileName() + "_" + file.getFileName()));
          }
        }
      }
      return SmallRun.ofFiles(
          source,
          folder,
          PracticeFile.read(CONDITIONS.resolve("practice.yaml")),
          YearMonth.of(2026, 9));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<Path> list(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.sorted().toList();
    }
  }
}
