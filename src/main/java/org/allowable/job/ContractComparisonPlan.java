package org.allowable.job;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.allowable.config.ContractTargets;
import org.allowable.config.Practice.PayerClass;
import org.allowable.config.PriceScenario;

/** The contract comparison as a plan. */
public final class ContractComparisonPlan {

  /** Fewer lines than this are held against nothing, where the user names no other number. */
  public static final int SMALL_NUMBER = 11;

  // Two multiples this far apart are two rates, and a second rate of this share of lines is worth
  // a row; both are ours.
  private static final BigDecimal LEAST_RATE_STEP = new BigDecimal("0.03");
  private static final BigDecimal LEAST_OTHER_SHARE = new BigDecimal("0.15");
  private static final int MULTIPLE_DECIMALS = 4;
  private static final List<PayerClass> NEGOTIATED =
      List.of(
          PayerClass.COMMERCIAL,
          PayerClass.MEDICARE_ADVANTAGE,
          PayerClass.WORKERS_COMPENSATION,
          PayerClass.OTHER);

  private ContractComparisonPlan() {}

  /**
   * What the user asked for.
   *
   * @param first the first month of service
   * @param last the last month of service
   * @param targets percents of Medicare that are aimed at, by payer class
   * @param volumeChangePercent by how much volume changes under a proposal
   * @param smallNumber fewer lines than this are not held against anything
   * @param fixedYear the year whose Medicare a fixed-year clause would keep
   * @param proposals contract files to be tried
   * @param payer on whose lines they are tried; empty where there is none
   * @param exhibitBenchmarks names of the benchmarks that a payer may see
   */
  public record ComparisonSettings(
      YearMonth first,
      YearMonth last,
      ContractTargets targets,
      BigDecimal volumeChangePercent,
      int smallNumber,
      int fixedYear,
      List<Path> proposals,
      String payer,
      List<String> exhibitBenchmarks) {

    /** Copies the list. */
    public ComparisonSettings {
      proposals = List.copyOf(proposals);
      exhibitBenchmarks = List.copyOf(exhibitBenchmarks);
    }
  }

  /** The comparison over a period. */
  public static ReportPlan of(ComparisonSettings settings) {
    return new ReportPlan(
        "contract-comparison",
        settings.last().toString(),
        parameters(settings),
        List.of(ReportPlan.CONTROL_TOTALS, "mart_comparison_control"),
        scenarios(settings.fixedYear()),
        settings.proposals(),
        settings.payer());
  }

  static Map<String, Object> parameters(ComparisonSettings settings) {
    Map<String, Object> parameters = new HashMap<>();
    parameters.put("first_month", settings.first().toString());
    parameters.put("last_month", settings.last().toString());
    for (PayerClass negotiated : NEGOTIATED) {
      BigDecimal percent = settings.targets().percents().getOrDefault(negotiated, BigDecimal.ZERO);
      parameters.put(
          negotiated.name().toLowerCase(Locale.ROOT) + "_target",
          percent.movePointLeft(2).setScale(MULTIPLE_DECIMALS));
    }
    parameters.put(
        "volume_change_percent", settings.volumeChangePercent().setScale(MULTIPLE_DECIMALS));
    parameters.put("small_number", settings.smallNumber());
    parameters.put("as_of_date", settings.last().atEndOfMonth());
    parameters.put("fixed_year", String.valueOf(settings.fixedYear()));
    parameters.put("exhibit_benchmarks", String.join("; ", settings.exhibitBenchmarks()));
    parameters.put("least_rate_step", LEAST_RATE_STEP);
    parameters.put("least_other_share", LEAST_OTHER_SHARE);
    return parameters;
  }

  /**
   * The Medicare that levers are measured by: without the reduction of several procedures, as of
   * the end of a year, and with that year's work RVUs alone.
   */
  static List<PriceScenario> scenarios(int fixedYear) {
    LocalDate day = LocalDate.of(fixedYear, 12, 31);
    PriceScenario asBilled = PriceScenario.asBilled("no_multiple_procedure_reduction");
    return List.of(
        asBilled.without(PriceScenario.Rule.MULTIPLE_PROCEDURES),
        PriceScenario.asBilled("fixed_year").on(day),
        PriceScenario.asBilled("earlier_work_rvu").withWorkRvusOf(day));
  }
}
