package org.allowable.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.allowable.Sparks;
import org.allowable.config.PracticeFile;
import org.allowable.job.CodingReviewRun.Sources;
import org.allowable.model.Progress;
import org.allowable.model.Rows;
import org.allowable.sample.Sample;
import org.allowable.sample.SampleRequest;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The coding errors that the sample planted. */
class CodingTruthTest {

  @TempDir private static Path folder = Path.of("");

  @Test
  void every_planted_error_is_found_and_no_other_of_its_kind() throws IOException {
    Objects.requireNonNull(Sparks.session());
    Path sample = folder.resolve("sample");
    Sample.write(
        new SampleRequest(4_000, 7, sample, 6, YearMonth.of(2026, 10), null, null, false),
        Progress.SILENT);
    Sources sources =
        new Sources(
            sample,
            null,
            true,
            PracticeFile.read(sample.resolve("practice.yaml")),
            folder.resolve("none"));
    Path work = Files.createDirectory(folder.resolve("work"));
    Map<String, Rows> marts = CodingReviewRun.review(sources, work, Progress.SILENT);
    List<String> planted =
        Files.readAllLines(sample.resolve("truth/coding_finding.csv")).stream()
            .skip(1)
            .map(line -> line.split(",", -1))
            .map(cells -> String.join(" ", cells[0], cells[1], cells[4]))
            .toList();
    assertThat(planted).anyMatch(p -> p.endsWith("DELETED_CODE"));
    assertThat(planted).anyMatch(p -> p.endsWith("IMAGING_BUNDLED"));
    assertThat(planted).anyMatch(p -> p.endsWith("PAIR_NEEDS_MODIFIER"));
    assertThat(planted).anyMatch(p -> p.endsWith("UNITS_OVER_LIMIT"));
    assertThat(found(Objects.requireNonNull(marts.get("mart_coding_finding"))))
        .containsExactlyInAnyOrderElementsOf(planted);
  }

  private static boolean isPlanted(@Nullable Object rule, @Nullable Object code) {
    return "DELETED_CODE".equals(rule)
        || "IMAGING_BUNDLED".equals(rule)
        || "UNITS_OVER_LIMIT".equals(rule)
        || ("PAIR_NEEDS_MODIFIER".equals(rule) && String.valueOf(code).matches("77003|992.."));
  }

  // A line that two codes beside it explain counts once.
  private static Set<String> found(Rows findings) {
    Set<String> found = new TreeSet<>();
    for (Iterator<@Nullable Object[]> i = findings.iterator().get(); i.hasNext(); ) {
      @Nullable Object[] row = i.next();
      Object rule = row[findings.table().indexOf("rule")];
      if (isPlanted(rule, row[findings.table().indexOf("hcpcs_code")])) {
        found.add(
            "%s %s %s"
                .formatted(
                    row[findings.table().indexOf("claim_id")],
                    row[findings.table().indexOf("claim_line_number")],
                    rule));
      }
    }
    return found;
  }
}
