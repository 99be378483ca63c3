package org.allowable.report.retraining;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** For whom packets are written, and where. */
@Tag("long")
class RetrainingReportTest {

  private static final String NPI = "1999999943";

  @TempDir private Path folder;

  @BeforeEach
  void write_the_packet_of_one_of_two() throws IOException {
    RetrainingReport.write(review().marts(), InventedReview.facts("run"), NPI, folder);
  }

  private static InventedReview review() {
    return new InventedReview()
        .physician(NPI, "A. Adler", 30, "NOT_DIFFERENT")
        .physician("1999999935", "B. Brook", 30, "NOT_DIFFERENT")
        .month(NPI, "2026-07", 8, 100)
        .month(NPI, "2026-08", 12, 100);
  }

  @Test
  void for_one_physician_only_that_packet_is_written() throws IOException {
    try (Stream<Path> packets = Files.list(folder.resolve("packets"))) {
      assertThat(packets.map(packet -> packet.getFileName().toString())).containsExactly(own());
    }
  }

  private static String own() {
    return review()
        .review("run")
        .label(NPI)
        .replace("Physician ", "physician-")
        .toLowerCase(java.util.Locale.ROOT);
  }

  @Test
  void a_folder_of_a_packet_is_the_users_alone() throws IOException {
    for (Path path : List.of(folder.resolve("packets"), folder.resolve("packets").resolve(own()))) {
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(path)))
          .isEqualTo("rwx------");
    }
  }

  @Test
  void letters_of_all_stand_in_the_tables_of_the_director() throws IOException {
    assertThat(folder.resolve("tables").resolve("physician_label.csv"))
        .content()
        .contains(NPI, "1999999935", "Physician A", "Physician B");
  }
}
