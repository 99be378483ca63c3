package org.allowable.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.Test;

/** What the end of a process does to work that is under way. */
class UnfinishedTest {

  @Test
  void work_that_is_under_way_is_removed_and_named() {
    boolean[] removed = new boolean[1];
    Unfinished.begin("the report A", () -> removed[0] = true);
    assertThat(Unfinished.removeAll()).containsExactly(new Unfinished.Left("the report A", true));
    assertThat(removed[0]).isTrue();
    assertThat(Unfinished.finished()).doesNotContain("the report A");
  }

  @Test
  void what_cannot_be_removed_is_named_as_left() {
    Unfinished.begin(
        "the report B",
        () -> {
          throw new IOException("no room");
        });
    assertThat(Unfinished.removeAll()).containsExactly(new Unfinished.Left("the report B", false));
  }

  // Between the rename of a report and the end of its work a process may be told to end.
  @Test
  void work_that_is_finished_is_neither_removed_nor_named_as_left() throws IOException {
    boolean[] removed = new boolean[1];
    try (Unfinished work = Unfinished.begin("the report C", () -> removed[0] = true)) {
      work.finish(() -> {});
      assertThat(Unfinished.removeAll()).isEmpty();
    }
    assertThat(removed[0]).isFalse();
    assertThat(Unfinished.finished()).contains("the report C");
  }

  @Test
  void the_end_waits_until_what_is_becoming_whole_is_whole() throws Exception {
    CountDownLatch committing = new CountDownLatch(1);
    CountDownLatch mayEnd = new CountDownLatch(1);
    boolean[] removed = new boolean[1];
    try (Unfinished work = Unfinished.begin("the report D", () -> removed[0] = true)) {
      FutureTask<List<Unfinished.Left>> end = new FutureTask<>(Unfinished::removeAll);
      Thread ending = new Thread(end);
      FutureTask<Boolean> commit =
          new FutureTask<>(
              () -> {
                work.finish(
                    () -> {
                      committing.countDown();
                      await(mayEnd);
                    });
                return true;
              });
      new Thread(commit).start();
      committing.await();
      ending.start();
      while (ending.getState() != Thread.State.BLOCKED) {
        Thread.onSpinWait();
      }
      mayEnd.countDown();
      assertThat(end.get()).isEmpty();
      assertThat(commit.get()).isTrue();
    }
    assertThat(removed[0]).isFalse();
  }

  @Test
  void dropped_work_does_not_become_whole() {
    boolean[] whole = new boolean[1];
    try (Unfinished work = Unfinished.begin("the report E", () -> {})) {
      Unfinished.removeAll();
      assertThatThrownBy(() -> work.finish(() -> whole[0] = true))
          .isInstanceOf(InterruptedIOException.class);
    }
    assertThat(whole[0]).isFalse();
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
