package org.allowable.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.allowable.model.ReportTitle;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RunListTest {

  private static final ReportTitle TITLE =
      new ReportTitle("Report", "Practice", "All is well.", "Practice 2026-09 report.xlsx");

  @TempDir Path out;

  private Path run(String place, Instant when) throws IOException {
    Path at = out.resolve(place);
    Path among = Objects.requireNonNull(at.getParent());
    Files.createDirectories(among);
    try (RunDirectory directory = RunDirectory.begin(among, at.getFileName().toString())) {
      Files.writeString(directory.folder().resolve("report.txt"), "x");
      Path run =
          directory.seal(
              new Manifest(
                  1, "job", "id", TITLE, "1", "17", "4", List.of(), Map.of(), List.of(), Map.of(),
                  Map.of(), List.of(), List.of()));
      Files.setLastModifiedTime(run.resolve("manifest.json"), FileTime.from(when));
      return run;
    }
  }

  @Test
  void the_newest_run_stands_first_with_its_title() throws IOException {
    Path old = run("a", Instant.parse("2026-01-01T00:00:00Z"));
    Path newest = run("b", Instant.parse("2026-03-01T00:00:00Z"));
    Path between = run("c", Instant.parse("2026-02-01T00:00:00Z"));

    assertThat(RunList.of(out).runs())
        .extracting(RunList.SealedRun::place)
        .containsExactly(newest, between, old);
    assertThat(RunList.of(out).runs())
        .allSatisfy(
            run -> {
              assertThat(run.title()).isEqualTo(TITLE);
              assertThat(run.job()).isEqualTo("job");
              assertThat(run.runId()).isEqualTo("id");
            });
  }

  @Test
  void runs_of_several_practices_are_found_in_their_folders() throws IOException {
    Path alder = run("alder/report", Instant.parse("2026-01-01T00:00:00Z"));
    Path cedar = run("cedar/report", Instant.parse("2026-02-01T00:00:00Z"));

    assertThat(RunList.of(out).runs())
        .extracting(RunList.SealedRun::place)
        .containsExactly(cedar, alder);
  }

  @Test
  void a_run_of_before_titles_were_kept_has_none() throws IOException {
    manifest("old", "{\"schema_version\": 2, \"job\": \"monthly-report\", \"run_id\": \"abc\"}");

    assertThat(RunList.of(out).runs())
        .singleElement()
        .extracting(RunList.SealedRun::title)
        .isEqualTo(new ReportTitle("", "", "", "monthly-report.xlsx"));
  }

  private void manifest(String folder, String content) throws IOException {
    Path at = Files.createDirectory(out.resolve(folder));
    Files.write(at.resolve("manifest.json"), content.getBytes(StandardCharsets.ISO_8859_1));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "{",
        "not JSON",
        "[1, 2]",
        "{\"job\": \"a\", \"run_id\"",
        "{\"job\": \"\u00ff\", \"run_id\": \"b\"}",
        "{\"report\": {\"title\": "
      })
  void a_damaged_manifest_is_named_and_hides_no_other_run(String content) throws IOException {
    Path whole = run("whole", Instant.parse("2026-01-01T00:00:00Z"));
    manifest("damaged", content);

    RunList list = RunList.of(out);
    assertThat(list.runs()).extracting(RunList.SealedRun::place).containsExactly(whole);
    assertThat(list.unreadable()).containsExactly(out.resolve("damaged"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"name\": \"A web page\", \"icons\": [{\"src\": \"a.png\"}]}",
        "{}",
        "{\"job\": null}",
        "{\"inputs\": []}"
      })
  void what_is_no_run_is_passed_over(String content) throws IOException {
    manifest("foreign", content);
    Files.createDirectory(out.resolve("empty"));
    Files.writeString(out.resolve("LATEST"), "gone\n");
    Files.createSymbolicLink(out.resolve("circle"), out);

    RunList list = RunList.of(out);
    assertThat(list.runs()).isEmpty();
    assertThat(list.unreadable()).isEmpty();
  }

  @Test
  void a_run_that_is_being_written_is_not_listed() throws IOException {
    manifest(".staging-report-1", "{\"job\": \"a\", \"run_id\": \"b\"}");

    assertThat(RunList.of(out).runs()).isEmpty();
  }
}
