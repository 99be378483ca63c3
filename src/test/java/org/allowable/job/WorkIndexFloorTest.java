package org.allowable.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.allowable.ingest.cms.intake.ImportReport;
import org.allowable.ingest.cms.intake.ReferenceImport;
import org.allowable.job.PriceQuestions.Question;
import org.allowable.model.Progress;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The floor of 1.0 under the work index, over every locality of CMS's file of 2026. That file says
 * the index with the floor; beside it stands one without, invented: below 1 for two of three
 * localities that have the floor, and 1 for the third.
 */
@Tag("long")
class WorkIndexFloorTest {

  private static final Path CMS = Path.of("../shared/data/cms/2026C/GPCI2026.csv");
  private static final Pattern ROW =
      Pattern.compile("(\\d{5}),([A-Z]{2}),(\\d{2}),(\".*\"|[^,]*),([\\d.]+),(.*)");
  private static final String NO_FLOOR =
      """
      effective_from_date,effective_to_date,floor_index,source
      2020-01-01,2025-12-31,1.000,invented
      """;

  @TempDir private Path folder;

  // Carrier and locality to the own index.
  private final Map<List<String>, BigDecimal> own = new LinkedHashMap<>();

  private Path reference() throws IOException {
    Assumptions.assumeTrue(Files.isRegularFile(CMS), "CMS's files are not beside the checkout");
    List<String> lines = new ArrayList<>();
    for (String line : Files.readAllLines(CMS)) {
      Matcher row = ROW.matcher(line);
      if (row.matches()) {
        BigDecimal index = own(new BigDecimal(row.group(5)));
        own.put(List.of(row.group(1), row.group(3)), index);
        line = line.substring(0, row.start(5)) + index + "," + line.substring(row.start(5));
      }
      lines.add(
          line.replace(
              "2026 PW GPCI (with 1.0 Floor)",
              "2026 PW GPCI (without 1.0 Floor),2026 PW GPCI (with 1.0 Floor)"));
    }
    Path source = Files.createDirectories(folder.resolve("source/RVU26A"));
    Files.write(source.resolve("GPCI2026.csv"), lines);
    Path reference = folder.resolve("reference");
    ImportReport report =
        ReferenceImport.run(
            new ReferenceImport.Request(source, reference, null, false), Progress.SILENT);
    assertThat(report.isRefused()).as(report.toString()).isFalse();
    return reference;
  }

  private BigDecimal own(BigDecimal published) {
    boolean isFloor = published.compareTo(BigDecimal.ONE) == 0;
    return isFloor && own.size() % 3 != 0
        ? new BigDecimal("0.900")
            .add(new BigDecimal(own.size()).movePointLeft(3))
            .min(new BigDecimal("0.999"))
        : published;
  }

  private Map<List<String>, @Nullable Object> prices(Path reference, String run)
      throws IOException {
    PriceQuestions questions = new PriceQuestions();
    Map<List<String>, Integer> asked = new LinkedHashMap<>();
    for (List<String> locality : own.keySet()) {
      asked.put(
          locality,
          questions.ask(
              Question.of("62323", "11", "2026-08-03").in(locality.get(0), locality.get(1))));
    }
    questions.run(reference, Files.createDirectory(folder.resolve(run)));
    Map<List<String>, @Nullable Object> prices = new LinkedHashMap<>();
    asked.forEach(
        (locality, question) ->
            prices.put(locality, questions.answer(question).get("medicare_allowed_amount")));
    return prices;
  }

  @Test
  void without_its_row_the_floor_changes_exactly_the_localities_below_it() throws IOException {
    Path reference = reference();
    Map<List<String>, @Nullable Object> with = prices(reference, "with");
    Files.writeString(reference.resolve("work_index_floor.csv"), NO_FLOOR);
    Map<List<String>, @Nullable Object> without = prices(reference, "without");

    TreeSet<String> changed = new TreeSet<>();
    with.forEach(
        (locality, price) -> {
          assertThat(price).as(locality.toString()).isNotNull();
          if (!price.equals(without.get(locality))) {
            changed.add(locality.toString());
          }
        });
    TreeMap<String, BigDecimal> below = new TreeMap<>();
    own.forEach((locality, index) -> below.put(locality.toString(), index));
    below.values().removeIf(index -> index.compareTo(BigDecimal.ONE) >= 0);
    assertThat(below).hasSize(30);
    assertThat(changed).isEqualTo(below.keySet());
  }

  @Test
  void an_index_that_is_known_with_the_floor_alone_is_no_own_index() throws IOException {
    Path reference = Files.createDirectory(folder.resolve("reference"));
    Files.writeString(reference.resolve("work_index_floor.csv"), NO_FLOOR);
    PriceQuestions questions = new PriceQuestions();
    int alabama = questions.ask(Question.of("62323", "11", "2026-08-03").in("10112", "00"));
    int newJersey = questions.ask(Question.of("62323", "11", "2026-08-03").in("12402", "01"));
    questions.run(reference, Files.createDirectory(folder.resolve("run")));

    assertThat(questions.answer(alabama)).containsEntry("pricing_status", "NO_WORK_INDEX");
    assertThat(questions.answer(newJersey)).containsEntry("pricing_status", "PRICED");
  }
}
