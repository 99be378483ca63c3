package org.allowable.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.allowable.model.Unfinished.Left;
import org.junit.jupiter.api.Test;

/** What is said where a process is stopped, or has no memory left. */
class EndOfProcessTest {

  @Test
  void a_process_that_had_begun_nothing_left_nothing() {
    assertThat(Main.stopped(List.of(), List.of())).isEqualTo("Stopped. Nothing was left behind.");
  }

  @Test
  void what_was_not_finished_is_named() {
    assertThat(Main.stopped(List.of(), List.of(new Left("the report A", true))))
        .isEqualTo("Stopped. Not finished: the report A. Nothing was left behind.");
  }

  @Test
  void what_was_finished_is_not_said_to_be_gone() {
    assertThat(Main.stopped(List.of("the report A"), List.of()))
        .isEqualTo("Stopped. Finished: the report A.");
  }

  @Test
  void of_several_practices_both_are_named() {
    assertThat(Main.stopped(List.of("the report A"), List.of(new Left("the report B", true))))
        .isEqualTo(
            "Stopped. Finished: the report A. Not finished: the report B. Nothing of that was left.");
  }

  @Test
  void what_the_next_run_removes_is_said() {
    assertThat(Main.stopped(List.of(), List.of(new Left("the report A", false))))
        .isEqualTo(
            "Stopped. Not finished: the report A. What could not be removed the next run removes.");
  }

  // So Java says it of a class that found no memory when it was first used.
  @Test
  void a_class_that_found_no_memory_is_a_lack_of_memory() {
    NoClassDefFoundError fault = new NoClassDefFoundError("Could not initialize class Footer");
    fault.initCause(
        new ExceptionInInitializerError(
            "Exception java.lang.OutOfMemoryError: Java heap space [in thread \"main\"]"));

    assertThat(Main.outOfMemory(fault)).hasMessageContaining("needs more memory");
  }

  @Test
  void another_missing_class_is_a_fault() {
    NoClassDefFoundError fault = new NoClassDefFoundError("org/example/Missing");

    assertThatThrownBy(() -> Main.outOfMemory(fault)).isSameAs(fault);
  }
}
