package org.allowable.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.allowable.ingest.price.PriceRequestFile;
import org.allowable.model.InputException;
import org.allowable.report.CsvTable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** One service as a person types it, in place of a file of requests. */
final class TypedService {

  private static final int MODIFIERS = 4;
  private static final Pattern CODE = Pattern.compile("[A-Za-z0-9]{5}");
  private static final Pattern MODIFIER = Pattern.compile("[A-Za-z0-9]{2}");
  private static final Pattern UNITS = Pattern.compile("\\d{1,6}(\\.\\d{1,3})?");
  private static final Pattern CHARGE = Pattern.compile("\\d{1,10}(\\.\\d{1,2})?");
  private static final Pattern ZIP = Pattern.compile("\\d{5}(-?\\d{4})?");

  @Parameters(
      arity = "0..1",
      paramLabel = "CODE",
      description = "CPT or HCPCS code of one service; several go into a file (--in).")
  private @Nullable String code;

  @Option(names = "--pos", paramLabel = "NN", description = "Place of service, such as 11.")
  private @Nullable String place;

  @Option(
      names = "--date",
      paramLabel = "YYYY-MM-DD",
      description = "Date of service (default: today).")
  private @Nullable LocalDate date;

  @Option(
      names = "--zip",
      paramLabel = "ZIP",
      description = "ZIP code of the place of service, which says the locality.")
  private @Nullable String zip;

  @Option(
      names = "--carrier",
      paramLabel = "NNNNN",
      description = "Medicare contractor, with --locality in place of --zip.")
  private @Nullable String carrier;

  @Option(names = "--locality", paramLabel = "NN", description = "Payment locality.")
  private @Nullable String locality;

  @Option(
      names = "--modifier",
      split = ",",
      paramLabel = "MM",
      description = "Modifiers, such as 50 or RT,59.")
  private List<String> modifiers = new ArrayList<>();

  @Option(names = "--units", paramLabel = "N", description = "Units (default: 1).")
  private @Nullable String units;

  @Option(
      names = "--charge",
      paramLabel = "DOLLARS",
      description = "Billed charge; a lower one is the allowed amount.")
  private @Nullable String charge;

  /** Whether a service was typed. */
  boolean isGiven() {
    return code != null;
  }

  /** Whether something was said of a service that was not typed. */
  boolean isHalfGiven() {
    return code == null && !cells().isEmpty();
  }

  /**
   * Writes the service as a request file of one row.
   *
   * @throws InputException if something that a price needs is missing or has another form
   */
  Path writeTo(Path file) throws IOException {
    need(code, CODE, "the service", "a code of five letters and digits, such as 62323");
    need(place, Pattern.compile("\\d{1,2}"), "--pos", "a place of service, such as 11");
    if (modifiers.size() > MODIFIERS) {
      throw new InputException("--modifier: expected four modifiers at most, found more.");
    }
    modifiers.forEach(
        modifier -> need(modifier, MODIFIER, "--modifier", "two letters or digits, such as 50"));
    if (units != null) {
      need(units, UNITS, "--units", "a number with at most three decimals, such as 2");
    }
    if (charge != null) {
      need(charge, CHARGE, "--charge", "dollars with at most two decimals, such as 900.00");
    }
    if (carrier == null && locality == null) {
      need(
          zip,
          ZIP,
          "--zip",
          "the ZIP code of the place of service, such as 07001, or --carrier and --locality");
    } else {
      if (zip != null) {
        throw new InputException("Name --zip, or --carrier and --locality, not both.");
      }
      need(carrier, Pattern.compile("\\d{1,5}"), "--carrier", "five digits, such as 12402");
      need(locality, Pattern.compile("\\d{1,2}"), "--locality", "two digits, such as 01");
    }
    Map<String, String> cells = cells();
    List<String> columns = new ArrayList<>(PriceRequestFile.COLUMNS);
    columns.add("zip_code");
    @Nullable Object[] row = columns.stream().map(c -> cells.getOrDefault(c, "")).toArray();
    CsvTable.write(file, columns, List.<@Nullable Object[]>of(row).iterator());
    return file;
  }

  private Map<String, String> cells() {
    Map<String, String> cells = new TreeMap<>();
    put(cells, "hcpcs_code", code);
    for (int i = 0; i < Math.min(MODIFIERS, modifiers.size()); i++) {
      put(cells, "hcpcs_modifier_" + (i + 1), modifiers.get(i));
    }
    put(cells, "place_of_service_code", place);
    put(cells, "zip_code", zip);
    put(cells, "carrier", carrier);
    put(cells, "locality", locality);
    put(cells, "units", units);
    put(cells, "charge_amount", charge);
    put(cells, "service_date", date == null && code != null ? today() : date);
    return cells;
  }

  private static LocalDate today() {
    return LocalDate.now(ZoneId.systemDefault());
  }

  private static void put(Map<String, String> cells, String column, @Nullable Object value) {
    if (value != null) {
      cells.put(column, value.toString());
    }
  }

  private static void need(@Nullable String value, Pattern form, String what, String expected) {
    if (value == null) {
      throw new InputException(what + " is missing: expected " + expected + ".");
    }
    if (!form.matcher(value).matches()) {
      throw new InputException(what + ": expected " + expected + ", found something else.");
    }
  }
}
