package org.allowable.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files written beside each other. */
class FileTasksTest {

  @TempDir private Path folder;

  @Test
  void all_are_written() throws IOException {
    FileTasks.write(
        List.of(
            () -> Files.writeString(folder.resolve("one"), "1"),
            () -> Files.writeString(folder.resolve("two"), "2"),
            () -> Files.writeString(folder.resolve("three"), "3")));
    assertThat(folder).isDirectoryContaining("glob:**/one").isDirectoryContaining("glob:**/three");
  }

  @Test
  void the_fault_of_a_file_is_the_fault_of_all() {
    assertThatThrownBy(
            () ->
                FileTasks.write(
                    List.of(
                        () -> Files.writeString(folder.resolve("one"), "1"),
                        () -> Files.writeString(folder.resolve("missing").resolve("two"), "2"))))
        .isInstanceOf(NoSuchFileException.class);
  }

  @Test
  void a_fault_that_is_no_files_stays_what_it_is() {
    assertThatThrownBy(
            () ->
                FileTasks.write(
                    List.of(
                        () -> {
                          throw new IllegalStateException("no mart");
                        })))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("no mart");
  }

  @Test
  void after_a_fault_nothing_writes_any_more() {
    CountDownLatch failed = new CountDownLatch(1);
    AtomicBoolean isDone = new AtomicBoolean();
    assertThatThrownBy(
            () ->
                FileTasks.write(
                    List.of(
                        () -> {
                          failed.countDown();
                          throw new IOException("full");
                        },
                        () -> {
                          awaitThenLinger(failed);
                          isDone.set(true);
                        })))
        .hasMessage("full");
    assertThat(isDone).isTrue();
  }

  private static void awaitThenLinger(CountDownLatch failed) throws IOException {
    try {
      if (!failed.await(1, TimeUnit.MINUTES)) {
        throw new IOException("The other task never failed");
      }
      Thread.sleep(50);
    } catch (InterruptedException e) {
      throw new IOException(e);
    }
  }
}
