package org.allowable.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

/** The order in which steps of a job are made. */
class StepOrderTest {

  private final StepOrder order = new StepOrder();
  private final List<String> made = Collections.synchronizedList(new ArrayList<>());

  @Test
  void each_step_of_the_monthly_report_starts_after_all_that_it_reads() {
    Job job = Job.named("monthly-report");
    for (Job.Step step : job.steps()) {
      order.add(step.sql(), () -> made.add(step.sql().name()));
    }

    order.run(2);

    Map<String, Job.Step> steps =
        job.steps().stream()
            .collect(java.util.stream.Collectors.toMap(s -> s.sql().name(), s -> s));
    assertThat(made).containsExactlyInAnyOrderElementsOf(steps.keySet());
    for (int i = 0; i < made.size(); i++) {
      assertThat(made.subList(0, i))
          .containsAll(
              java.util.Objects.requireNonNull(steps.get(made.get(i))).sql().reads(steps.keySet()));
    }
  }

  @Test
  void steps_that_do_not_read_each_other_run_at_the_same_time() {
    Job job = Job.named("monthly-report");
    CountDownLatch both = new CountDownLatch(2);
    AtomicBoolean met = new AtomicBoolean(true);
    for (Job.Step step : job.steps().subList(0, 2)) {
      order.add(
          step.sql(),
          () -> {
            both.countDown();
            met.compareAndSet(true, isReached(both));
          });
    }

    order.run(2);

    assertThat(met).isTrue();
  }

  @Test
  void the_failure_of_a_step_is_thrown_as_it_is_and_what_reads_its_table_never_starts() {
    Job job = Job.named("monthly-report");
    for (Job.Step step : job.steps()) {
      order.add(
          step.sql(),
          () -> {
            made.add(step.sql().name());
            if (step.sql().name().equals("stg_claim_line")) {
              throw new IllegalArgumentException("broken");
            }
          });
    }

    assertThatThrownBy(() -> order.run(2))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("broken");
    assertThat(made).doesNotContain("int_submission");
  }

  private static boolean isReached(CountDownLatch latch) {
    try {
      return latch.await(1, TimeUnit.MINUTES);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
