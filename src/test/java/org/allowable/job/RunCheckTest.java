package org.allowable.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.allowable.model.InputException;
import org.allowable.model.ReportTitle;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A run that was changed after it was made, and who notices. */
class RunCheckTest {

  private static final String NAME = "monthly-report-2026-09-abc";
  private static final int FLIPS = 200;

  @TempDir private Path out;

  private Path run = Path.of("");

  @BeforeEach
  void make_a_run() throws IOException {
    run = make(NAME);
  }

  private Path make(String name) throws IOException {
    try (RunDirectory directory = RunDirectory.begin(out, name)) {
      Files.writeString(directory.folder().resolve("report.txt"), "Allowed 12.34");
      Path tables = Files.createDirectory(directory.folder().resolve("tables"));
      Files.writeString(tables.resolve("a.csv"), "a\n1\n");
      return directory.seal(
          new Manifest(
              1,
              "job",
              "id",
              new ReportTitle("Report", "", "", "report.xlsx"),
              "1",
              "17",
              "4",
              List.of(),
              Map.of(),
              List.of(),
              Map.of(),
              Map.of(),
              List.of(),
              List.of()));
    }
  }

  @Test
  void a_run_that_nobody_touched_is_as_it_was() {
    assertThat(RunCheck.changes(run)).isEmpty();
    assertThat(RunDirectory.isDone(out, NAME)).isTrue();
  }

  @Test
  void what_was_changed_missing_and_added_is_said() throws IOException {
    Files.writeString(run.resolve("report.txt"), "Allowed 12.35");
    Files.delete(run.resolve("tables/a.csv"));
    Files.writeString(run.resolve("tables/b.csv"), "");
    assertThat(RunCheck.changes(run))
        .containsExactly("report.txt changed", "tables/a.csv missing", "tables/b.csv added");
  }

  @Test
  void a_changed_run_is_not_passed_off_as_made_before() throws IOException {
    Files.writeString(run.resolve("report.txt"), "Allowed 12.35");
    assertThatThrownBy(() -> RunDirectory.isDone(out, NAME))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("report.txt changed")
        .hasMessageContaining("Move the folder away");
  }

  @Test
  void of_200_flipped_bits_in_a_run_none_is_silent() throws IOException {
    Random random = new Random(3);
    int noticed = 0;
    for (int i = 0; i < FLIPS; i++) {
      Path file = run.resolve(random.nextBoolean() ? "report.txt" : "tables/a.csv");
      byte[] before = Files.readAllBytes(file);
      byte[] after = before.clone();
      after[random.nextInt(after.length)] ^= (byte) (1 << random.nextInt(Byte.SIZE));
      Files.write(file, after);
      noticed += RunCheck.changes(run).size();
      Files.write(file, before);
    }
    assertThat(noticed).isEqualTo(FLIPS);
  }

  @Test
  void a_run_made_before_is_the_latest_again() throws IOException {
    make(NAME + "d");
    assertThat(out.resolve("LATEST")).hasContent(NAME + "d");
    assertThat(RunDirectory.isDone(out, NAME)).isTrue();
    assertThat(out.resolve("LATEST")).hasContent(NAME);
    Files.delete(out.resolve("LATEST"));
    assertThat(RunDirectory.isDone(out, NAME)).isTrue();
    assertThat(out.resolve("LATEST")).hasContent(NAME);
  }

  @Test
  void a_folder_that_is_no_run_is_refused() {
    assertThatThrownBy(() -> RunCheck.changes(out))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("manifest.json");
  }

  @Test
  void a_damaged_manifest_is_said() throws IOException {
    Files.writeString(run.resolve("manifest.json"), "{\"outputs\": [");
    assertThatThrownBy(() -> RunCheck.changes(run))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("damaged");
  }

  @Test
  void what_any_killed_run_left_goes_with_the_next() throws IOException {
    Path dead = Files.createDirectory(out.resolve(".staging-price-audit-2026-08-def-7"));
    Files.writeString(dead.resolve("half.xlsx"), "half");
    Files.createFile(out.resolve(".price-audit-2026-08-def.lock"));
    RunDirectory.begin(out, NAME + "e").close();
    assertThat(dead).doesNotExist();
    assertThat(out.resolve(".price-audit-2026-08-def.lock")).doesNotExist();
  }

  @Test
  void what_a_living_run_writes_stays() throws IOException {
    try (RunDirectory living = RunDirectory.begin(out, NAME + "f")) {
      RunDirectory.begin(out, NAME + "g").close();
      assertThat(living.folder()).isDirectory();
    }
  }
}
