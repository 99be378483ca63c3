package org.allowable.cli;

import java.time.DateTimeException;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.allowable.config.DateBasis;
import org.allowable.model.PeriodUnit;
import org.allowable.model.ReportPeriod;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Spec.Target;
import picocli.CommandLine.TypeConversionException;

/** Which month, quarter or year a report is of, and by which date a line is in it. */
final class PeriodOptions {

  @Option(
      names = "--month",
      paramLabel = "MONTH",
      converter = MonthConverter.class,
      description = "The report month, such as 2026-10; or give --quarter or --year.")
  private @Nullable YearMonth month;

  @Option(
      names = "--quarter",
      paramLabel = "QUARTER",
      converter = QuarterConverter.class,
      description = "The report quarter, such as 2026-Q3.")
  private @Nullable ReportPeriod quarter;

  @Option(
      names = "--year",
      paramLabel = "YEAR",
      converter = YearConverter.class,
      description = "The report year, such as 2026.")
  private @Nullable ReportPeriod year;

  @Option(
      names = "--date-basis",
      defaultValue = "SERVICE",
      description =
          "service (default) or payment: which date puts a line into a month, quarter or year.")
  private DateBasis dateBasis = DateBasis.SERVICE;

  @Spec(Target.MIXEE)
  private @Nullable CommandSpec command;

  /** Which date puts a line into the period. */
  DateBasis dateBasis() {
    return dateBasis;
  }

  /**
   * The period.
   *
   * @throws ParameterException if not exactly one is named
   */
  ReportPeriod period() {
    List<ReportPeriod> named = new ArrayList<>();
    if (month != null) {
      named.add(ReportPeriod.of(month));
    }
    if (quarter != null) {
      named.add(quarter);
    }
    if (year != null) {
      named.add(year);
    }
    if (named.size() != 1) {
      throw new ParameterException(
          Objects.requireNonNull(command).commandLine(),
          named.isEmpty()
              ? "Missing required option: '--month=MONTH', '--quarter=QUARTER' or '--year=YEAR'"
              : "Name one of --month, --quarter and --year");
    }
    return named.get(0);
  }

  private static ReportPeriod read(PeriodUnit unit, String text, String example) {
    try {
      return ReportPeriod.parse(unit, text);
    } catch (DateTimeException e) {
      throw new TypeConversionException("write a %s as %s".formatted(unit.word(), example));
    }
  }

  /** Reads a quarter such as 2026-Q3 or 2026Q3. */
  static final class QuarterConverter implements ITypeConverter<ReportPeriod> {
    @Override
    public ReportPeriod convert(String text) {
      return read(PeriodUnit.QUARTER, text, "2026-Q3");
    }
  }

  /** Reads a year such as 2026. */
  static final class YearConverter implements ITypeConverter<ReportPeriod> {
    @Override
    public ReportPeriod convert(String text) {
      return read(PeriodUnit.YEAR, text, "2026");
    }
  }
}
