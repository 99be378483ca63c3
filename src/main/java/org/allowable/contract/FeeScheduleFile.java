package org.allowable.contract;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.allowable.contract.Contract.ScheduleFee;
import org.allowable.ingest.csv.CsvRow;
import org.allowable.ingest.csv.CsvSheet;
import org.jspecify.annotations.Nullable;

/** Reads a fee schedule: a CSV file of codes and amounts. */
final class FeeScheduleFile {

  private static final List<String> REQUIRED = List.of("hcpcs_code", "amount");
  private static final List<String> OPTIONAL =
      List.of("modifier", "setting", "effective_from_date", "effective_to_date");
  private static final Pattern SETTING = Pattern.compile("[a-z_]+");

  private FeeScheduleFile() {}

  /**
   * Reads a schedule.
   *
   * @param said where the contract names it
   * @param contract the contract's days, which rows without dates have
   */
  static List<ScheduleFee> read(Path file, FileLocation said, Period contract) {
    if (!Files.isRegularFile(file)) {
      throw said.wrong("there is no fee schedule " + file + ".");
    }
    List<ScheduleFee> fees = new ArrayList<>();
    Map<List<@Nullable String>, List<ScheduleFee>> alike = new HashMap<>();
    try (CsvSheet sheet = CsvSheet.open(file, REQUIRED, OPTIONAL)) {
      for (CsvRow row : sheet) {
        ScheduleFee fee = fee(row, contract);
        List<ScheduleFee> before =
            alike.computeIfAbsent(
                Arrays.asList(fee.code(), fee.modifier(), fee.setting()), k -> new ArrayList<>());
        before.forEach(other -> refuseOverlap(fee, other));
        before.add(fee);
        fees.add(fee);
      }
    }
    return fees;
  }

  private static void refuseOverlap(ScheduleFee fee, ScheduleFee other) {
    if (other.period().overlaps(fee.period())) {
      throw fee.location()
          .wrong(
              "code, modifier and setting have an amount on %s from line %d already. Keep one."
                  .formatted(fee.period().firstShared(other.period()), other.location().line()));
    }
  }

  private static ScheduleFee fee(CsvRow row, Period contract) {
    LocalDate from = row.date("effective_from_date");
    LocalDate to = row.date("effective_to_date");
    FileLocation location = ContractCells.location(row);
    Period period =
        new Period(from == null ? contract.from() : from, to == null ? contract.to() : to);
    if (period.to() != null && period.to().isBefore(period.from())) {
      throw location.wrong("the row ends before it starts, or after the contract has ended.");
    }
    return new ScheduleFee(
        ContractCells.code(row),
        ContractCells.modifier(row, "modifier"),
        row.text("setting", SETTING, "a setting in small letters"),
        ContractCells.amount(row, "amount", 2),
        period,
        location);
  }
}
