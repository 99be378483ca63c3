package org.allowable.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.allowable.ingest.cms.ReferenceImport;
import org.allowable.job.PriceQuestions.Question;
import org.allowable.model.Progress;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Our prices against the amounts that CMS itself published for October 2025, to the cent. */
class PublishedAmountsTest {

  private static final Path CMS = Path.of("../shared/data/cms/2025D");
  private static final int ROWS = 1_526;

  /** A row of CMS's: what it says of one code in one locality. */
  private record Published(
      String code,
      String modifier,
      String carrier,
      String locality,
      BigDecimal nonFacility,
      BigDecimal facility) {

    private Question question(String place) {
      return Question.of(code, place, "2025-11-03").modified(modifier).in(carrier, locality);
    }
  }

  @TempDir private Path folder = Path.of("");

  @Test
  void the_amounts_that_the_repository_quotes() throws IOException {
    List<Published> published =
        read(
            SmallRun.resource("/cms/published-amounts.csv"),
            CSVFormat.DEFAULT.builder().setHeader().setSkipHeaderRecord(true).get(),
            r -> published(r, 0, 1, 2, 3, 4, 5));
    assertThat(published).hasSize(42);
    assertThat(differences(published, SmallRun.resource("/reference/published"))).isEmpty();
  }

  @Test
  void all_amounts_of_the_release() throws IOException {
    Assumptions.assumeTrue(Files.isDirectory(CMS), "CMS's files are not beside the checkout");
    List<Published> published =
        read(CMS.resolve("PFREV4.txt"), CSVFormat.DEFAULT, r -> published(r, 3, 4, 1, 2, 5, 6));
    assertThat(published).hasSize(ROWS);
    assertThat(differences(published, imported())).isEmpty();
  }

  private Path imported() throws IOException {
    Path source = Files.createDirectory(folder.resolve("cms"));
    for (String name : List.of("PPRRVU2025_Oct.csv", "GPCI2025.csv")) {
      Files.copy(CMS.resolve(name), source.resolve(name));
    }
    Path reference = folder.resolve("reference");
    ReferenceImport.run(
        new ReferenceImport.Request(source, reference, null, false), Progress.SILENT);
    return reference;
  }

  private List<String> differences(List<Published> published, Path reference) throws IOException {
    PriceQuestions questions = new PriceQuestions();
    for (Published row : published) {
      questions.ask(row.question("11"));
      questions.ask(row.question("22"));
    }
    questions.run(reference, folder);
    List<String> differences = new ArrayList<>();
    for (int i = 0; i < published.size(); i++) {
      Published row = published.get(i);
      Object office = questions.answer(2 * i + 1).get("medicare_allowed_amount");
      Object facility = questions.answer(2 * i + 2).get("medicare_allowed_amount");
      if (!isCents(row.nonFacility(), office) || !isCents(row.facility(), facility)) {
        differences.add(row + ": office " + office + ", facility " + facility);
      }
    }
    return differences;
  }

  private static List<Published> read(
      Path file, CSVFormat format, Function<CSVRecord, Published> row) throws IOException {
    try (CSVParser parser = CSVParser.parse(file, StandardCharsets.UTF_8, format)) {
      // The last lines of CMS's file are copyright notices.
      return parser.stream().filter(r -> r.size() > 1).map(row).toList();
    }
  }

  private static Published published(
      CSVRecord r, int code, int modifier, int carrier, int locality, int office, int facility) {
    return new Published(
        r.get(code).strip(),
        r.get(modifier).strip(),
        r.get(carrier).strip(),
        r.get(locality).strip(),
        new BigDecimal(r.get(office)),
        new BigDecimal(r.get(facility)));
  }

  private static boolean isCents(BigDecimal published, @Nullable Object found) {
    return found instanceof BigDecimal amount && amount.compareTo(published) == 0;
  }
}
