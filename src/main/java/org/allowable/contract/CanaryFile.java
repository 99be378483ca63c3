package org.allowable.contract;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.allowable.ingest.csv.CsvRow;
import org.allowable.ingest.csv.CsvSheet;

/** Reads a folder's canary claims. */
final class CanaryFile {

  /** The file's name. */
  static final String NAME = "canary.csv";

  private static final List<String> MODIFIERS =
      List.of("hcpcs_modifier_1", "hcpcs_modifier_2", "hcpcs_modifier_3", "hcpcs_modifier_4");
  private static final List<String> REQUIRED =
      List.of(
          "contract",
          "service_date",
          "hcpcs_code",
          "units",
          "charge_amount",
          "place_of_service_code",
          "carrier",
          "locality",
          "expected_allowed_amount");
  private static final List<String> OPTIONAL =
      Stream.concat(MODIFIERS.stream(), Stream.of("credential", "encounter", "note")).toList();
  private static final Pattern CREDENTIAL = Pattern.compile("[a-z][a-z_]*");

  private CanaryFile() {}

  /** Reads the file. */
  static List<CanaryClaim> read(Path file) {
    List<CanaryClaim> claims = new ArrayList<>();
    try (CsvSheet sheet = CsvSheet.open(file, REQUIRED, OPTIONAL)) {
      sheet.forEach(row -> claims.add(claim(row)));
    }
    return claims;
  }

  private static CanaryClaim claim(CsvRow row) {
    return new CanaryClaim(
        row.required("contract", row.text("contract"), "a contract"),
        row.required("service_date", row.date("service_date"), ContractCells.A_DAY),
        ContractCells.code(row),
        modifiers(row),
        ContractCells.amount(row, "units", 3),
        ContractCells.amount(row, "charge_amount", 2),
        digits(row, "place_of_service_code", 2),
        digits(row, "carrier", 5),
        digits(row, "locality", 2),
        row.text("credential", CREDENTIAL, "a credential"),
        row.text("encounter"),
        ContractCells.amount(row, "expected_allowed_amount", 2),
        row.text("note"),
        ContractCells.location(row));
  }

  private static String digits(CsvRow row, String column, int length) {
    return row.required(column, row.digits(column, length), length + " digits");
  }

  private static List<String> modifiers(CsvRow row) {
    return MODIFIERS.stream()
        .map(column -> ContractCells.modifier(row, column))
        .filter(Objects::nonNull)
        .toList();
  }
}
