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
import org.jspecify.annotations.Nullable;

/** Reads a fee schedule: a CSV file of codes and amounts. */
final class FeeScheduleFile {

  private static final List<String> REQUIRED = List.of("hcpcs_code", "amount");
  private static final List<String> ALLOWED =
      List.of("modifier", "setting", "effective_from_date", "effective_to_date");
  private static final Pattern CODE = Pattern.compile("[A-Z]\\d{4}|\\d{5}|\\d{4}[A-Z]");
  private static final Pattern MODIFIER = Pattern.compile("[A-Z0-9]{2}");
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
    for (CsvSheet.CsvRow row : CsvSheet.read(file, REQUIRED, ALLOWED)) {
      ScheduleFee fee = fee(row, contract);
      List<ScheduleFee> before =
          alike.computeIfAbsent(
              Arrays.asList(fee.code(), fee.modifier(), fee.setting()), k -> new ArrayList<>());
      for (ScheduleFee other : before) {
        if (other.period().overlaps(fee.period())) {
          throw fee.location()
              .wrong(
                  "code, modifier and setting have an amount on %s from line %d already. Keep one."
                      .formatted(
                          fee.period().firstShared(other.period()), other.location().line()));
        }
      }
      before.add(fee);
      fees.add(fee);
    }
    return fees;
  }

  private static ScheduleFee fee(CsvSheet.CsvRow row, Period contract) {
    LocalDate from = row.optionalDate("effective_from_date");
    LocalDate to = row.optionalDate("effective_to_date");
    Period period =
        new Period(from == null ? contract.from() : from, to == null ? contract.to() : to);
    if (period.to() != null && period.to().isBefore(period.from())) {
      throw row.location().wrong("the row ends before it starts, or after the contract has ended.");
    }
    return new ScheduleFee(
        row.text("hcpcs_code", CODE, "a procedure code"),
        row.optional("modifier", MODIFIER, "a modifier"),
        row.optional("setting", SETTING, "a setting in small letters"),
        row.number("amount", 2),
        period,
        row.location());
  }
}
