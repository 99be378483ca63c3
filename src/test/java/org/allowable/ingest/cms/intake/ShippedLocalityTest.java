package org.allowable.ingest.cms.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.zip.GZIPInputStream;
import org.allowable.ingest.cms.library.ReferenceCsv;
import org.allowable.ingest.cms.library.ReferenceLibrary;
import org.allowable.model.Reference;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The payment localities that ship, of all states, against CMS's nationwide file. */
class ShippedLocalityTest {

  private static final Path SHIPPED = Path.of("data/reference");
  private static final String OCTOBER_2025 = "2025-10-01";

  private static final Map<String, List<List<String>>> ROWS = new HashMap<>();

  @BeforeAll
  static void read() {
    ReferenceLibrary.forEach(
        ReferenceLibrary.files(SHIPPED, Reference.ZIP_LOCALITY),
        Reference.ZIP_LOCALITY,
        row -> ROWS.computeIfAbsent(row.get(0), zip -> new ArrayList<>()).add(List.copyOf(row)));
  }

  private static List<String> localities(String zip, String day) {
    return ROWS.getOrDefault(zip, List.of()).stream()
        .filter(row -> row.get(3).compareTo(day) <= 0)
        .filter(row -> row.get(4).isEmpty() || row.get(4).compareTo(day) >= 0)
        .map(row -> row.get(1) + "/" + row.get(2))
        .toList();
  }

  @ParameterizedTest
  @CsvSource({
    "San Francisco, 94102, 01112/05",
    "Los Angeles, 90012, 01182/18",
    "San Diego, 92101, 01182/72",
    "Sacramento, 95814, 01112/63",
    "Houston, 77002, 04412/18",
    "Dallas, 75201, 04412/11",
    "Austin, 78701, 04412/31",
    "El Paso, 79901, 04412/99",
    "Miami, 33101, 09102/04",
    "Brooklyn, 11201, 13202/02",
  })
  void a_state_of_several_localities_is_told_apart_by_zip_code(
      String city, String zip, String locality) {
    assertThat(localities(zip, OCTOBER_2025)).as(city).containsExactly(locality);
  }

  // Columns 3-7, 8-12 and 13-14 of CMS's record layout, read without our import.
  @Test
  void every_zip_code_of_the_nationwide_file_has_its_locality() throws IOException {
    Path file = CmsData.folder().resolve("locality/ZIP5_OCT2025.txt.gz");
    Map<String, String> published = new TreeMap<>();
    Map<String, String> shipped = new TreeMap<>();
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(
                new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.US_ASCII))) {
      lines
          .lines()
          .forEach(
              line -> {
                String zip = line.substring(2, 7);
                published.put(zip, line.substring(7, 12) + "/" + line.substring(12, 14));
                shipped.put(zip, String.join(" ", localities(zip, OCTOBER_2025)));
              });
    }
    assertThat(published).hasSize(42_956);
    assertThat(shipped).isEqualTo(published);
  }

  @Test
  void every_locality_with_indices_has_zip_codes() {
    Set<String> priced = new HashSet<>();
    ReferenceCsv.read(SHIPPED.resolve("gpci/2025.csv"), Reference.GPCI)
        .forEach(row -> priced.add(row.get(2) + "/" + row.get(3)));
    Set<String> reached =
        ROWS.keySet().stream()
            .flatMap(zip -> localities(zip, OCTOBER_2025).stream())
            .collect(Collectors.toSet());
    assertThat(reached).containsAll(priced);
  }

  @Test
  void no_zip_code_is_left_in_a_retired_locality() {
    List<List<String>> retired =
        ReferenceCsv.read(SHIPPED.resolve("retired_locality.csv"), Reference.RETIRED_LOCALITY);
    assertThat(retired).isNotEmpty();
    for (List<String> locality : retired) {
      assertThat(ROWS.values().stream().flatMap(List::stream))
          .filteredOn(row -> row.subList(1, 3).equals(locality.subList(0, 2)))
          .as(String.join("/", locality.subList(0, 2)))
          .isNotEmpty()
          .allSatisfy(row -> assertThat(row.get(4)).isEqualTo(locality.get(2)));
    }
  }
}
