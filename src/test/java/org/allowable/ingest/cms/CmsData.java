package org.allowable.ingest.cms;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import org.allowable.model.Progress;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assumptions;

/** CMS's own files, where they lie beside the checkout, imported once for all tests. */
final class CmsData {

  private static final Path FOLDER = Path.of("../shared/data/cms");

  private static @Nullable CmsData once;

  private final Path reference;
  private final ImportReport report;

  private CmsData(Path reference) {
    this.reference = reference;
    this.report =
        ReferenceImport.run(
            new ReferenceImport.Request(FOLDER, reference, null, false), Progress.SILENT);
  }

  /** The import of all files; skips the test where they are not there. */
  static synchronized CmsData imported() throws IOException {
    folder();
    if (once == null) {
      Path reference = Files.createTempDirectory("reference");
      once = new CmsData(reference);
      Runtime.getRuntime().addShutdownHook(new Thread(() -> delete(reference)));
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
