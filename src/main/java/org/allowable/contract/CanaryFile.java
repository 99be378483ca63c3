package org.allowable.contract;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

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
  private static final Pattern ANY = Pattern.compile(".+");

  private CanaryFile() {}

  /** Reads the file. */
  static List<CanaryClaim> read(Path file) {
    List<String> allowed = new ArrayList<>(MODIFIERS);
    allowed.addAll(List.of("credential", "encounter", "note"));
    return CsvSheet.read(file, REQUIRED, allowed).stream().map(CanaryFile::claim).toList();
  }

  private static CanaryClaim claim(CsvSheet.CsvRow row) {
    return new CanaryClaim(
        row.text("contract", ANY, "a contract"),
        row.date("service_date"),
        row.text(
            "hcpcs_code", Pattern.compile("[A-Z]\\d{4}|\\d{5}|\\d{4}[A-Z]"), "a procedure code"),
        modifiers(row),
        row.number("units", 3),
        row.number("charge_amount", 2),
        row.text("place_of_service_code", Pattern.compile("\\d{2}"), "two digits"),
        row.text("carrier", Pattern.compile("\\d{5}"), "five digits"),
        row.text("locality", Pattern.compile("\\d{2}"), "two digits"),
        row.optional("credential", Pattern.compile("[a-z][a-z_]*"), "a credential"),
        row.optional("encounter"),
        row.number("expected_allowed_amount", 2),
        row.optional("note"),
        row.location());
  }

  private static List<String> modifiers(CsvSheet.CsvRow row) {
    List<String> modifiers = new ArrayList<>();
    for (String column : MODIFIERS) {
      String modifier = row.optional(column, Pattern.compile("[A-Z0-9]{2}"), "a modifier");
      if (modifier != null) {
        modifiers.add(modifier);
      }
    }
    return modifiers;
  }
}
