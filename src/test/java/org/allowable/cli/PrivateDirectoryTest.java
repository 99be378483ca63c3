package org.allowable.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PrivateDirectoryTest {

  private static final int WRITTEN = 2_000;

  @TempDir private Path folder = Path.of("");

  @Test
  void a_folder_that_is_still_written_to_goes_once_the_writer_ends() throws Exception {
    Path spill = Files.createDirectories(folder.resolve("private/spill"));
    CountDownLatch started = new CountDownLatch(1);
    ExecutorService writer = Executors.newSingleThreadExecutor();
    writer.execute(() -> write(spill, started));
    started.await();
    PrivateDirectory.delete(folder.resolve("private"));
    writer.shutdown();
    assertThat(writer.awaitTermination(1, TimeUnit.MINUTES)).isTrue();
    PrivateDirectory.delete(folder.resolve("private"));
    assertThat(folder).isEmptyDirectory();
  }

  // Makes its folder again when somebody removes it, as Spark does.
  private static void write(Path spill, CountDownLatch started) {
    for (int i = 0; i < WRITTEN; i++) {
      try {
        Files.createDirectories(spill);
        Files.writeString(spill.resolve("block" + i), "");
      } catch (IOException e) {
        // Removed between the two; the next round makes it again.
      }
      started.countDown();
    }
  }

  @Test
  void a_folder_that_somebody_else_removed_is_gone() throws IOException {
    PrivateDirectory.delete(folder.resolve("never"));
    assertThat(folder).isEmptyDirectory();
  }
}
