package org.allowable.ingest.cms.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.allowable.ingest.parquet.ProcessLock;
import org.allowable.model.InputException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StagingTest {

  @TempDir Path reference;

  @Test
  void what_a_killed_import_left_is_removed_by_the_next() throws IOException {
    Path left = Files.createDirectories(reference.resolve("_staging-123/new/gpci"));
    Files.writeString(left.resolve("2025.csv"), "half a file");
    // Its lock, which nobody holds any more.
    Files.createFile(reference.resolve("_staging-123").resolve(ProcessLock.IN_FOLDER));
    Staging.open(reference).close();
    assertThat(reference).isEmptyDirectory();
  }

  @Test
  void what_a_running_import_uses_stays() throws IOException {
    try (Staging running = Staging.open(reference)) {
      Path scratch = running.scratch();
      Staging.open(reference).close();
      assertThat(scratch).isDirectory();
    }
  }

  @Test
  void an_import_that_fails_leaves_nothing(@TempDir Path source) throws IOException {
    Files.writeString(reference.resolve("release_calendar.csv"), "not the table's header\n");
    Files.writeString(source.resolve("any.csv"), "any\n");
    assertThatThrownBy(() -> new ImportFolder(source, reference).run())
        .isInstanceOf(InputException.class);
    assertThat(reference).isDirectoryNotContaining(path -> !path.toString().endsWith(".csv"));
  }
}
