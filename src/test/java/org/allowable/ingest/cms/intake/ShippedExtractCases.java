package org.allowable.ingest.cms.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.zip.GZIPInputStream;
import org.allowable.ingest.cms.library.ReferenceCsv;
import org.allowable.ingest.cms.library.ReferenceLibrary;
import org.allowable.model.Reference;
import org.allowable.model.Table;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

@Tag("long")
class ShippedExtractCases {

  private static final Path SHIPPED = Path.of("data/reference");
  private static final Path INDEX = SHIPPED.resolve("index.txt");

  @TempDir Path folder;

  static List<Table> shippedTables() {
    List<Table> notShipped =
        List.of(Reference.OPPS_CAP, Reference.ASC_EXCLUDED, Reference.WAGE_INDEX);
    return Reference.TABLES.stream().filter(table -> !notShipped.contains(table)).toList();
  }

  @Test
  void the_extracts_are_what_the_cms_files_give() throws IOException {
    Path imported = CmsData.imported().reference();
    new ShippedReference(CmsData.folder(), imported).write(folder);
    if (Boolean.getBoolean("allowable.regenerate")) {
      new ShippedReference(CmsData.folder(), imported).write(SHIPPED);
      Files.write(INDEX, ShippedReference.names(SHIPPED));
    }
    for (String name : ShippedReference.names(folder)) {
      assertThat(text(SHIPPED.resolve(name))).as(name).isEqualTo(text(folder.resolve(name)));
    }
  }

  // Two Javas may pack the same text into other bytes.
  private static String text(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file);
        InputStream unpacked = file.toString().endsWith(".gz") ? new GZIPInputStream(in) : in) {
      return new String(unpacked.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  @ParameterizedTest
  @MethodSource("shippedTables")
  void every_table_fits_its_contract(Table table) {
    Path unpacked = ReferenceLibrary.unpackShipped(folder);
    List<Path> files = ReferenceLibrary.files(unpacked, table);
    assertThat(files).isNotEmpty();
    ReferenceLibrary.check(files, table);
  }

  @ParameterizedTest
  @CsvSource({"true, 22", "false, 11"})
  void one_place_stands_for_the_facilities_and_one_for_the_others(String isFacility, String place)
      throws IOException {
    Table table = Reference.PLACE_OF_SERVICE;
    assertThat(ReferenceCsv.read(SHIPPED.resolve("place_of_service.csv"), table))
        .filteredOn(row -> row.get(table.indexOf("is_typical")).equals("true"))
        .filteredOn(row -> row.get(table.indexOf("is_facility")).equals(isFacility))
        .extracting(row -> row.get(table.indexOf("place_of_service_code")))
        .containsExactly(place);
  }

  @Test
  void each_extract_row_agrees_with_the_pain_codes_kept_apart() throws IOException {
    Set<String> shipped = new HashSet<>();
    for (Path file : ReferenceLibrary.files(SHIPPED, Reference.RELATIVE_VALUE)) {
      for (List<String> row : ReferenceCsv.read(file, Reference.RELATIVE_VALUE)) {
        if (!ShippedReference.NEIGHBORS.contains(row.get(2))) {
          shipped.add(key(row.get(0), row.get(2), row.get(3), row.subList(5, 13), row.get(24)));
        }
      }
    }
    Set<String> kept = new HashSet<>();
    try (CSVParser parser =
        CSVFormat.DEFAULT
            .builder()
            .setHeader()
            .setSkipHeaderRecord(true)
            .get()
            .parse(
                Files.newBufferedReader(
                    CmsData.folder().resolve("pain_codes.csv"), StandardCharsets.UTF_8))) {
      for (CSVRecord row : parser) {
        if (row.get("release").compareTo("2023") > 0) {
          List<String> values = new ArrayList<>();
          for (String column :
              List.of("work", "nf_pe", "nf_na", "f_pe", "f_na", "mp", "nf_total", "f_total")) {
            String value = row.get(column);
            values.add(column.endsWith("na") ? String.valueOf(value.equals("NA")) : value);
          }
          kept.add(key(row.get(0), row.get(1), row.get(2), values, row.get("cf")));
        }
      }
    }
    assertThat(shipped).isEqualTo(kept);
  }

  @Test
  void a_conversion_factor_holds_on_every_day_from_2020_to_2026() {
    List<List<String>> rows =
        ReferenceCsv.read(SHIPPED.resolve("conversion_factor.csv"), Reference.CONVERSION_FACTOR);
    List<String> starts = rows.stream().map(row -> row.get(0)).distinct().toList();
    List<String> dayAfterEnds =
        rows.stream()
            .map(row -> java.time.LocalDate.parse(row.get(1)).plusDays(1).toString())
            .distinct()
            .toList();
    assertThat(starts.subList(1, starts.size()))
        .isEqualTo(dayAfterEnds.subList(0, dayAfterEnds.size() - 1));
  }

  @Test
  void a_reason_that_denies_in_no_group_has_no_denial_group() {
    List<List<String>> roles =
        ReferenceCsv.read(SHIPPED.resolve("adjustment_role.csv"), Reference.ADJUSTMENT_ROLE);
    Set<String> notDenials = new HashSet<>();
    roles.stream().filter(row -> row.get(0).equals("*")).forEach(row -> notDenials.add(row.get(1)));
    roles.stream()
        .filter(row -> Set.of("denial", "duplicate").contains(row.get(2)))
        .forEach(row -> notDenials.remove(row.get(1)));
    assertThat(
            ReferenceCsv.read(SHIPPED.resolve("denial_group.csv"), Reference.DENIAL_GROUP).stream()
                .map(row -> row.get(0)))
        .doesNotContainAnyElementsOf(notDenials);
  }

  @Test
  void a_reason_that_denies_in_a_group_has_a_denial_group() {
    Set<String> grouped = new HashSet<>();
    ReferenceCsv.read(SHIPPED.resolve("denial_group.csv"), Reference.DENIAL_GROUP)
        .forEach(row -> grouped.add(row.get(0)));
    assertThat(
            ReferenceCsv.read(SHIPPED.resolve("adjustment_role.csv"), Reference.ADJUSTMENT_ROLE)
                .stream()
                .filter(row -> row.get(2).equals("denial"))
                .map(row -> row.get(1)))
        .isNotEmpty()
        .isSubsetOf(grouped);
  }

  @Test
  void a_refined_row_is_stronger_than_its_reasons_general_row() {
    List<List<String>> rows =
        ReferenceCsv.read(SHIPPED.resolve("denial_group.csv"), Reference.DENIAL_GROUP);
    for (List<String> refined : rows.stream().filter(r -> !r.get(1).equals("*")).toList()) {
      // What a remark says beside a reason that no row refines goes before the group Other.
      String reason = refined.get(0).equals("*") ? "A1" : refined.get(0);
      List<String> general =
          rows.stream()
              .filter(r -> r.get(0).equals(reason) && r.get(1).equals("*"))
              .findFirst()
              .orElseThrow();
      assertThat(Integer.parseInt(refined.get(5)))
          .as(refined.get(0) + " " + refined.get(1))
          .isLessThan(Integer.parseInt(general.get(5)));
    }
  }

  private static String key(
      String release, String code, String modifier, List<String> values, String factor) {
    return String.join("|", release, code, modifier, String.join("|", values), factor)
        .replaceAll("(\\.\\d)(?=\\||$)", "$10")
        .replaceAll("\\.0(?=\\||$)", ".00");
  }
}
