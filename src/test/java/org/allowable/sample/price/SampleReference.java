package org.allowable.sample.price;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.allowable.model.Reference;
import org.allowable.model.Table;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assumptions;

/** Reference tables for tests, written from the development data where that is at hand. */
public final class SampleReference {

  private static final Path DATA = Path.of("../shared/data/cms");

  private static final Map<String, String> STARTS =
      Map.of("A", "-01-01", "AR", "-03-09", "B", "-04-01", "C", "-07-01", "D", "-10-01");

  private SampleReference() {}

  /** Skips the test where no tables are shipped. */
  public static void assumeShipped() {
    Assumptions.assumeTrue(ReferenceFiles.areShipped());
  }

  /**
   * Writes the tables that the sample reads; skips the test where the data is absent.
   *
   * @return the folder, or null where tables are shipped and these are read
   */
  public static @Nullable Path write(Path folder) throws IOException {
    if (ReferenceFiles.areShipped()) {
      return null;
    }
    Assumptions.assumeTrue(Files.isDirectory(DATA));
    Files.createDirectories(folder);
    relativeValues(folder);
    gpcis(folder);
    text(
        folder,
        Reference.CONVERSION_FACTOR,
        "effective_from_date,effective_to_date,apm_status,conversion_factor,source",
        "2023-01-01,2023-12-31,any,33.8872,test",
        "2024-01-01,2024-03-08,any,32.7442,test",
        "2024-03-09,2024-12-31,any,33.2875,test",
        "2025-01-01,2025-12-31,any,32.3465,test",
        "2026-01-01,2026-12-31,non_qp,33.4009,test",
        "2026-01-01,2026-12-31,qp,33.5675,test");
    text(
        folder,
        Reference.SEQUESTRATION,
        "effective_from_date,effective_to_date,withheld_share,source",
        "2022-07-01,,0.02,test");
    List<String> places = new ArrayList<>();
    places.add(
        "place_of_service_code,is_facility,setting,effective_from_date,effective_to_date,source");
    places.add("11,false,office,2000-01-01,,test");
    for (String facility : List.of("19", "21", "22", "23", "24")) {
      places.add(facility + ",true,facility,2000-01-01,,test");
    }
    text(folder, Reference.PLACE_OF_SERVICE, places.toArray(new String[0]));
    List<String> modifiers = new ArrayList<>();
    modifiers.add("modifier,effect,effective_from_date,effective_to_date,source");
    for (String none : List.of("25", "LT", "RT", "51", "59")) {
      modifiers.add(none + ",none,2000-01-01,,test");
    }
    modifiers.add("26,component,2000-01-01,,test");
    modifiers.add("50,unpriced,2000-01-01,,test");
    modifiers.add("52,unpriced,2000-01-01,,test");
    text(folder, Reference.MODIFIER_EFFECT, modifiers.toArray(new String[0]));
    return folder;
  }

  private static void relativeValues(Path folder) throws IOException {
    List<String> rows = new ArrayList<>();
    rows.add(
        "release,effective_from_date,hcpcs_code,modifier,status_code,work_rvu,"
            + "non_facility_pe_rvu,is_non_facility_na,facility_pe_rvu,is_facility_na,mp_rvu");
    for (CSVRecord row : records(DATA.resolve("pain_codes.csv"))) {
      String release = row.get("release");
      if (release.compareTo("2023") < 0) {
        continue;
      }
      rows.add(
          String.join(
              ",",
              release,
              release.substring(0, 4) + STARTS.get(release.substring(4)),
              row.get("hcpcs"),
              row.get("mod"),
              row.get("status"),
              row.get("work"),
              row.get("nf_pe"),
              Boolean.toString(row.get("nf_na").equals("NA")),
              row.get("f_pe"),
              Boolean.toString(row.get("f_na").equals("NA")),
              row.get("mp")));
    }
    text(folder, Reference.RELATIVE_VALUE, rows.toArray(new String[0]));
  }

  // Northern New Jersey and the rest of New Jersey, from the addenda of 2024, 2025 and 2026.
  private static void gpcis(Path folder) throws IOException {
    text(
        folder,
        Reference.GPCI,
        "release,effective_from_date,carrier,locality,work_gpci,pe_gpci,mp_gpci",
        "2024C,2024-07-01,12402,01,1.064,1.172,1.032",
        "2024C,2024-07-01,12402,99,1.042,1.106,1.069",
        "2025D,2025-10-01,12402,01,1.064,1.172,1.032",
        "2025D,2025-10-01,12402,99,1.042,1.106,1.069",
        "2026C,2026-07-01,12402,01,1.063,1.160,1.068",
        "2026C,2026-07-01,12402,99,1.040,1.092,1.097");
  }

  private static List<CSVRecord> records(Path file) throws IOException {
    try (Reader in = Files.newBufferedReader(file);
        CSVParser rows =
            CSVFormat.DEFAULT.builder().setHeader().setSkipHeaderRecord(true).get().parse(in)) {
      return rows.getRecords();
    }
  }

  private static void text(Path folder, Table table, String... rows) throws IOException {
    Files.write(folder.resolve(table.name() + ".csv"), List.of(rows));
  }
}
