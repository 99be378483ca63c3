package org.allowable.ingest.x12;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Work beside the reading of files. */
class SecondThreadTest {

  private static final int MANY = 10_000;

  @Test
  void work_is_done_in_the_order_given() throws IOException {
    List<Integer> done = new ArrayList<>();
    try (SecondThread second = new SecondThread()) {
      for (int i = 0; i < MANY; i++) {
        int number = i;
        second.run(() -> done.add(number));
      }
      second.settle();
    }
    assertThat(done).isEqualTo(IntStream.range(0, MANY).boxed().toList());
  }

  @Test
  void what_fails_is_thrown_as_it_was_where_the_reader_waits() throws IOException {
    IOException full = new IOException("no room");
    try (SecondThread second = new SecondThread()) {
      second.run(
          () -> {
            throw full;
          });
      assertThatThrownBy(second::settle).isSameAs(full);
    }
  }

  @Test
  void nothing_is_done_after_what_failed() throws IOException {
    AtomicInteger done = new AtomicInteger();
    try (SecondThread second = new SecondThread()) {
      second.run(
          () -> {
            throw new IllegalStateException();
          });
      second.run(done::incrementAndGet);
      assertThatThrownBy(second::settle).isInstanceOf(IllegalStateException.class);
    }
    assertThat(done).hasValue(0);
  }

  @Test
  void a_reader_that_gives_more_than_is_taken_is_told_of_the_failure() throws IOException {
    try (SecondThread second = new SecondThread()) {
      assertThatThrownBy(
              () -> {
                for (int i = 0; i < MANY * MANY; i++) {
                  second.run(
                      () -> {
                        throw new IllegalStateException();
                      });
                }
              })
          .isInstanceOf(IllegalStateException.class);
    }
  }
}
