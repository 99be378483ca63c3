package org.allowable.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import org.allowable.config.PriceScenario;
import org.allowable.ingest.cms.intake.ReferenceImport;
import org.allowable.ingest.cms.library.ReferenceLibrary;
import org.allowable.job.PriceQuestions.Question;
import org.allowable.model.Progress;
import org.allowable.model.Reference;
import org.allowable.model.Table;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Our prices against the amounts that CMS itself published for 2025, to the cent. */
@Tag("long")
class PublishedAmountsTest {

  private static final Path CMS = Path.of("../shared/data/cms/2025D");
  private static final Path CAPPED = Path.of("../shared/data/cms/2025A");
  private static final int CAPPED_ROWS = 6_322;
  private static final int ROWS = 1_526;

  /** A row of CMS's: what it says of one code in one locality. */
  private record Published(
      String code,
      String modifier,
      String carrier,
      String locality,
      BigDecimal nonFacility,
      BigDecimal facility) {

    private Question question(String place, String date) {
      return Question.of(code, place, date).modified(modifier).in(carrier, locality);
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
    Path reference = SmallRun.resource("/reference/published");
    assertThat(differences(published, reference, "2025-11-03")).isEmpty();
  }

  @Test
  void all_amounts_of_the_release() throws IOException {
    Assumptions.assumeTrue(Files.isDirectory(CMS), "CMS's files are not beside the checkout");
    List<Published> published =
        read(CMS.resolve("PFREV4.txt"), CSVFormat.DEFAULT, r -> published(r, 3, 4, 1, 2, 5, 6));
    assertThat(published).hasSize(ROWS);
    Path reference = imported(CMS.resolve("PPRRVU2025_Oct.csv"));
    assertThat(differences(published, reference, "2025-11-03")).isEmpty();
  }

  /** CMS lists what it pays under the outpatient cap; here the cap comes from the RVUs alone. */
  @Test
  void all_amounts_that_the_outpatient_rate_caps() throws IOException {
    Assumptions.assumeTrue(Files.isDirectory(CAPPED), "CMS's files are not beside the checkout");
    Path reference = imported(CAPPED.resolve("PPRRVU25_JAN.csv"));
    Set<String> localities = localities(reference);
    List<Published> published =
        read(
                CAPPED.resolve("OPPSCAP_JAN.csv"),
                CSVFormat.DEFAULT.builder().setHeader().setSkipHeaderRecord(true).get(),
                r -> r.get(2).equals("A") ? published(r, 0, 1, 3, 4, 6, 5) : null)
            .stream()
            .filter(row -> localities.contains(row.carrier() + "/" + row.locality()))
            .toList();
    assertThat(published).hasSize(CAPPED_ROWS);
    assertThat(differences(published, reference, "2025-02-03")).isEmpty();
  }

  // Of some retired localities CMS lists caps, but no index.
  private static Set<String> localities(Path reference) {
    Set<String> localities = new HashSet<>();
    Table gpci = Reference.GPCI;
    ReferenceLibrary.forEach(
        ReferenceLibrary.files(reference, gpci),
        gpci,
        row ->
            localities.add(
                row.get(gpci.indexOf("carrier")) + "/" + row.get(gpci.indexOf("locality"))));
    return localities;
  }

  private Path imported(Path relativeValues) throws IOException {
    Path source = Files.createDirectory(folder.resolve("cms"));
    for (Path file : List.of(relativeValues, CMS.resolve("GPCI2025.csv"))) {
      Files.copy(file, source.resolve(file.getFileName().toString()));
    }
    Path reference = folder.resolve("reference");
    ReferenceImport.run(
        new ReferenceImport.Request(source, reference, null, false), Progress.SILENT);
    return reference;
  }

  private List<String> differences(List<Published> published, Path reference, String date)
      throws IOException {
    PriceQuestions questions = new PriceQuestions();
    for (Published row : published) {
      questions.ask(row.question("11", date));
      questions.ask(row.question("22", date));
    }
    // CMS lists the facility value also of what is not payable there.
    questions.run(
        reference,
        folder,
        List.of(PriceScenario.asBilled("listed").without(PriceScenario.Rule.PAYABLE_SETTING)));
    List<String> differences = new ArrayList<>();
    for (int i = 0; i < published.size(); i++) {
      Published row = published.get(i);
      Object office = questions.answer(2 * i + 1, "listed").get("medicare_allowed_amount");
      Object facility = questions.answer(2 * i + 2, "listed").get("medicare_allowed_amount");
      if (!isCents(row.nonFacility(), office) || !isCents(row.facility(), facility)) {
        differences.add(row + ": office " + office + ", facility " + facility);
      }
    }
    return differences;
  }

  private static List<Published> read(
      Path file, CSVFormat format, Function<CSVRecord, @Nullable Published> row)
      throws IOException {
    try (CSVParser parser = CSVParser.parse(file, StandardCharsets.UTF_8, format)) {
      // The last lines of CMS's file are copyright notices.
      return parser.stream().filter(r -> r.size() > 1).map(row).filter(Objects::nonNull).toList();
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
