package org.allowable.job;

import static org.allowable.job.CauseHistory.NONE;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.allowable.config.Practice.PayerClass;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A payer that leaves out the floor under the work index, worked out by hand. No locality that the
 * practice is in has an own index below 1, so that Northern New Jersey's of 2026 is taken to be
 * 0.960 here: 99213 is (1.30 x 1.000 + 1.46 x 1.160 + 0.09 x 1.068) x 33.4009 = 103.20 with the
 * floor and 101.46 without.
 */
@Tag("long")
class WorkFloorCauseTest {

  private static final String ROW = "2026,2026-01-01,12402,01,NJ,NORTHERN NJ,1.063,1.160,1.068,,";
  private static final String FLOOR = "2026,2026-01-01,12402,01,NJ,NORTHERN NJ,1.000,1.160,1.068,";

  @TempDir private Path folder;

  private List<String> causes(String ownIndex) throws IOException {
    Path indices = Files.createDirectories(folder.resolve("gpci"));
    String published = Files.readString(Path.of("data/reference/gpci/2026.csv"));
    assertThat(published).contains(ROW);
    Files.writeString(indices.resolve("2026.csv"), published.replace(ROW, FLOOR + ownIndex + ","));
    CauseHistory history = new CauseHistory();
    history.payer("Floorless", PayerClass.COMMERCIAL, "100", "100");
    line(history, "99213", "103.20", "101.46");
    line(history, "99214", "146.61", "144.05");
    line(history, "20610", "75.30", "74.27");
    history.run(folder);
    assertThat(history.lines())
        .allSatisfy(line -> assertThat(history.price(line)).isEqualTo(line.expected()));
    return history.lines().stream().map(history::cause).distinct().toList();
  }

  private static void line(CauseHistory history, String code, String expected, String allowed) {
    LocalDate day = LocalDate.of(2026, 4, 6);
    history.line("Floorless", code, day, false, expected, allowed, NONE);
  }

  @Test
  void lines_at_the_locality_s_own_index_are_without_the_floor() throws IOException {
    assertThat(causes("0.960")).containsExactly("Without the work floor");
  }

  @Test
  void where_the_file_does_not_say_its_own_index_nothing_is_named() throws IOException {
    assertThat(causes("")).containsExactly(NONE);
  }
}
