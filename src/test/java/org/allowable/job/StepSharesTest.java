package org.allowable.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.allowable.model.Progress;
import org.allowable.sql.SqlStep;
import org.junit.jupiter.api.Test;

/** What a job says of how far it is. */
class StepSharesTest {

  /** What was said, and with which share. */
  private record Said(String doing, double share) {}

  private final List<Said> said = new ArrayList<>();

  private final Progress progress =
      new Progress() {
        @Override
        public void stage(String line) {}

        @Override
        public void underWay(String doing, double share) {
          said.add(new Said(doing, share));
        }
      };

  private static SqlStep step(String path) {
    return new SqlStep(path.substring(path.lastIndexOf('/') + 1), "jobs/" + path + ".sql");
  }

  // Each folder of jobs; and the files, which are no folder.
  @Test
  void every_room_of_selects_has_words() throws IOException {
    try (Stream<Path> folders = Files.list(Path.of("jobs"))) {
      assertThat(StepShares.rooms().keySet())
          .containsExactlyElementsOf(
              Stream.concat(
                      folders
                          .filter(Files::isDirectory)
                          .map(folder -> folder.getFileName().toString())
                          .sorted(),
                      Stream.of("files"))
                  .toList());
    }
  }

  @Test
  void the_first_room_with_something_to_do_is_under_way() {
    SqlStep first = step("01-staging/stg_claim_line");
    SqlStep later = step("report/monthly-report/mart_trend");
    StepShares shares = new StepShares(List.of(first, later), progress);
    shares.ended(later);
    shares.ended(first);
    assertThat(said).extracting(Said::doing).containsExactly("Reading claims and remittances");
  }

  @Test
  void a_count_is_said_once_it_is_known() {
    StepShares shares =
        new StepShares(
            List.of(step("07-medicare/int_unit_fee"), step("07-medicare/int_fee_rule")), progress);
    shares.say();
    shares.counted("int_price_request", 13_702);
    shares.ended(step("07-medicare/int_fee_rule"));
    assertThat(said)
        .extracting(Said::doing)
        .containsExactly("Pricing services", "Pricing 13,702 services");
  }

  @Test
  void the_share_rises_to_that_of_the_files() {
    Job job = Job.named("monthly-report");
    List<SqlStep> steps =
        Stream.concat(
                job.steps().stream().map(Job.Step::sql), job.marts().stream().map(m -> m.sql()))
            .toList();
    StepShares shares = new StepShares(steps, progress);
    steps.forEach(shares::ended);
    StepShares.writesFiles(progress);
    assertThat(said).extracting(Said::share).isSorted();
    assertThat(said.get(said.size() - 1).share()).isBetween(0.8, 0.9);
  }
}
