package org.allowable.ingest.cms.intake;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;
import org.allowable.model.Progress;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assumptions;

/** CMS's own files, where they lie beside the checkout, imported once for all tests. */
final class CmsData {

  private static final Path FOLDER = Path.of("../shared/data/cms");

  private static @Nullable CmsData once;

  private final Path reference;
  private final ImportReport report;

  private CmsData(Path whole, Path reference) {
    this.reference = reference;
    this.report =
        ReferenceImport.run(
            new ReferenceImport.Request(whole, reference, null, false), Progress.SILENT);
  }

  // The first lines of a file are no release; all else is there as it lies beside the checkout.
  private static Path whole(Path target) throws IOException {
    try (Stream<Path> files = Files.walk(FOLDER)) {
      for (Path file : files.filter(f -> !f.toString().contains(".head.")).toList()) {
        Path there = target.resolve(FOLDER.relativize(file).toString());
        if (Files.isDirectory(file)) {
          Files.createDirectories(there);
        } else {
          Files.createSymbolicLink(there, file.toAbsolutePath());
        }
      }
    }
    return target;
  }

  /** The import of all files; skips the test where they are not there. */
  static synchronized CmsData imported() throws IOException {
    folder();
    if (once == null) {
      Path folder = Files.createTempDirectory("reference");
      Runtime.getRuntime().addShutdownHook(new Thread(() -> delete(folder)));
      once = new CmsData(whole(folder.resolve("cms")), folder.resolve("reference"));
    }
    return once;
  }

  /** The folder of the files; skips the test where it is not there. */
  static Path folder() {
    Assumptions.assumeTrue(Files.isDirectory(FOLDER), "CMS's files are not beside the checkout");
    return FOLDER;
  }

  Path reference() {
    return reference;
  }

  ImportReport report() {
    return report;
  }

  private static void delete(Path folder) {
    try (var files = Files.walk(folder)) {
      files.sorted(Comparator.reverseOrder()).forEach(file -> file.toFile().delete());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
