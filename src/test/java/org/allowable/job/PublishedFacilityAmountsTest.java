package org.allowable.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.allowable.config.EngineChoice;
import org.allowable.config.Practice.ApmStatus;
import org.allowable.ingest.cms.intake.ReferenceImport;
import org.allowable.ingest.price.PriceRequestFile;
import org.allowable.model.Progress;
import org.allowable.model.Rows;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Our prices where wages are the nation's, against the rates of CMS's own addenda, to the cent. */
@Tag("long")
class PublishedFacilityAmountsTest {

  private static final Path CMS = Path.of("../shared/data/cms");

  // Status indicators with a rate of their own: the others are packaged beside other services.
  private static final Set<String> SEPARATE = Set.of("G", "J1", "K", "R", "S", "T", "U", "V");
  private static final Set<String> BY_CONTRACTOR = Set.of("F4", "H2", "J7", "K5", "K7", "L6");

  @TempDir private Path folder = Path.of("");

  @Test
  void every_rate_of_the_surgical_centers_addendum() throws IOException {
    Path source = CMS.resolve("asc/20260101");
    Assumptions.assumeTrue(Files.isDirectory(source), "CMS's files are not beside the checkout");
    Map<String, BigDecimal> rates = new LinkedHashMap<>();
    for (CSVRecord row : records(source.resolve("AA.csv"), CSVFormat.DEFAULT)) {
      if (row.size() > 6 && !BY_CONTRACTOR.contains(row.get(4).strip())) {
        keep(rates, row.get(0), row.get(6));
      }
    }
    assertThat(rates).hasSizeGreaterThan(3_000);
    assertThat(differences(source, rates, "asc", "24", "2026-02-03")).isEmpty();
  }

  @Test
  void every_separate_rate_of_the_outpatient_addendum() throws IOException {
    Path source = CMS.resolve("opps");
    Assumptions.assumeTrue(Files.isDirectory(source), "CMS's files are not beside the checkout");
    Map<String, BigDecimal> rates = new LinkedHashMap<>();
    Path file = source.resolve("2025_NFRM_Addendum_B.11122024.txt");
    for (CSVRecord row : records(file, CSVFormat.TDF)) {
      if (row.size() > 6 && SEPARATE.contains(row.get(3).strip())) {
        keep(rates, row.get(0), row.get(6));
      }
    }
    assertThat(rates).hasSizeGreaterThan(5_000);
    assertThat(differences(source, rates, "opps", "22", "2025-06-03")).isEmpty();
  }

  private static void keep(Map<String, BigDecimal> rates, String code, String rate) {
    String number = rate.replaceAll("[$, ]", "");
    if (number.matches("[0-9]+(\\.[0-9]+)?")) {
      rates.put(code.strip(), new BigDecimal(number).setScale(2, RoundingMode.HALF_UP));
    }
  }

  private static List<CSVRecord> records(Path file, CSVFormat format) throws IOException {
    try (Reader reader = Files.newBufferedReader(file, StandardCharsets.ISO_8859_1)) {
      return format.parse(reader).getRecords();
    }
  }

  private List<String> differences(
      Path source, Map<String, BigDecimal> rates, String system, String place, String date)
      throws IOException {
    Map<String, @Nullable Object> prices = prices(source, rates.keySet(), system, place, date);
    List<String> differences = new ArrayList<>();
    rates.forEach(
        (code, rate) -> {
          if (!rate.toPlainString().equals(String.valueOf(prices.get(code)))) {
            differences.add(code + ": " + rate + ", not " + prices.get(code));
          }
        });
    return differences;
  }

  private Map<String, @Nullable Object> prices(
      Path source, Set<String> codes, String system, String place, String date) throws IOException {
    Path reference = folder.resolve("reference");
    ReferenceImport.run(
        new ReferenceImport.Request(source, reference, null, false), Progress.SILENT);
    List<String> lines = new ArrayList<>();
    lines.add(String.join(",", PriceRequestFile.COLUMNS) + ",payment_system,wage_index");
    codes.forEach(
        code ->
            lines.add(
                String.join(",", code, ",,,", place, date, "12402", "01", "1", "", system, "1")));
    Path file = Files.write(folder.resolve("requests.csv"), lines);
    Path work = Files.createDirectory(folder.resolve("work"));
    Rows rows =
        PriceRun.price(
            new PriceRequestFile(file),
            reference,
            ApmStatus.NON_QP,
            List.of(),
            new Engines(EngineChoice.AUTO, work),
            Progress.SILENT);
    int amount = rows.columns().indexOf("medicare_fee_amount");
    Map<String, @Nullable Object> prices = new LinkedHashMap<>();
    Iterator<String> asked = codes.iterator();
    for (Iterator<@Nullable Object[]> i = rows.iterator().get(); i.hasNext(); ) {
      prices.put(asked.next(), i.next()[amount]);
    }
    return prices;
  }
}
