package org.allowable.job;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.allowable.config.Practice;
import org.allowable.config.PriceScenario;
import org.allowable.contract.Contract.Method;
import org.allowable.contract.ContractSet;
import org.allowable.contract.KnownReference;
import org.allowable.contract.inference.InferredContract;
import org.allowable.contract.inference.InferredRates;
import org.allowable.contract.inference.RateBasis;
import org.allowable.contract.inference.RateCell;
import org.allowable.contract.inference.RateInference;
import org.allowable.contract.inference.RateOption;
import org.allowable.contract.inference.RateVote;
import org.allowable.contract.inference.TermFit;
import org.allowable.engine.Engine;
import org.allowable.ingest.parquet.FilePlace;
import org.allowable.ingest.parquet.WarehouseReader;
import org.allowable.model.InputException;
import org.allowable.model.Progress;
import org.allowable.model.Rows;
import org.allowable.model.Warehouse;
import org.jspecify.annotations.Nullable;

/**
 * Infers the contracts that payers follow from what they allowed, and prices the same lines by what
 * was inferred: the fit is that of the contract file itself.
 */
public final class ContractInferRun {

  private static final String JOB = "contract-infer";
  private static final String FIT = "contract-fit";
  private static final int MONTHS_BEFORE = 23;
  // Fixed-year clauses are rarely older.
  private static final int YEARS_BEFORE = 3;

  private ContractInferRun() {}

  /**
   * What is asked.
   *
   * @param practice the practice file's content
   * @param practiceFile the practice file
   * @param reference the user's reference folder
   * @param warehouse claims and remittances
   * @param payer whose rates are asked for; null for every payer that the practice has none of
   * @param through the last of the months of service that are looked at; null for the warehouse's
   */
  public record InferSettings(
      Practice practice,
      Path practiceFile,
      Path reference,
      FilePlace warehouse,
      @Nullable String payer,
      @Nullable YearMonth through) {}

  /**
   * What was found of a payer.
   *
   * @param payer as the practice file names it
   * @param rates that it follows; none where nothing could be inferred
   * @param fit of all lines
   * @param files names with their content, the contract file first; none without a rate
   */
  public record InferredPayer(
      String payer, InferredRates rates, TermFit fit, Map<String, String> files) {}

  /**
   * Infers.
   *
   * @return one result a payer, by name
   * @throws InputException if the payer, a reference table or the warehouse is not as it must be
   */
  public static List<InferredPayer> run(InferSettings settings, Engines engines, Progress progress)
      throws IOException {
    requirePayer(settings);
    ReferenceViews references =
        ReferenceViews.of(
            settings.reference(), engines.work(), List.of(Job.named(JOB), Job.named(FIT)));
    RunContracts contracts =
        RunContracts.read(null, settings.practice(), settings.practiceFile(), references);
    Engine engine = engines.open(rows(settings.warehouse()));
    references.register(engine);
    WarehouseViews.register(engine, settings.warehouse(), Warehouse.CLAIM_LINE);
    WarehouseViews.register(engine, settings.warehouse(), Warehouse.REMIT_LINE);
    WarehouseViews.register(engine, settings.warehouse(), Warehouse.PAYMENT);
    YearMonth last = settings.through() == null ? LastServiceMonth.of(engine) : settings.through();
    List<RateBasis> bases = bases(last, references.known());
    contracts.register(engine, settings.practice(), scenarios(bases));
    Map<String, Object> parameters = PracticeSettings.parameters(settings.practice());
    parameters.put("first_month", last.minusMonths(MONTHS_BEFORE).toString());
    parameters.put("last_month", last.toString());
    parameters.put("payer", settings.payer() == null ? "" : settings.payer());
    parameters.put("unreduced_scenario", bases.get(1).scenario());
    Map<String, Rows> marts = new JobRunner(engine, progress).run(Job.named(JOB), parameters);
    Map<String, InferredRates> inferred = inferred(marts, bases, references.known());
    return fitted(settings, references, inferred, parameters, engines, progress);
  }

  private static void requirePayer(InferSettings settings) {
    List<String> payers = settings.practice().payers().stream().map(Practice.Payer::name).toList();
    String payer = settings.payer();
    if (payer != null && !payers.contains(payer)) {
      throw new InputException(
          "--payer: expected a payer of the practice file (%s), found another name. Write it as it stands there."
              .formatted(String.join(", ", payers)));
    }
  }

  private static long rows(FilePlace warehouse) {
    return WarehouseReader.inputs(warehouse, Warehouse.CLAIM_LINE).stream()
        .mapToLong(file -> file.rows())
        .sum();
  }

  /** The likeliest first; the second is the first without the reduction of several procedures. */
  private static List<RateBasis> bases(YearMonth last, KnownReference known) {
    List<RateBasis> bases = new ArrayList<>();
    bases.add(new RateBasis(InputViews.AS_BILLED.name(), null, false, true));
    bases.add(new RateBasis("inferred unreduced", null, false, false));
    bases.add(new RateBasis("inferred non-facility", null, true, true));
    List<Integer> loaded =
        known.releases().values().stream().map(LocalDate::getYear).distinct().toList();
    for (int year = last.getYear(); year > last.getYear() - YEARS_BEFORE; year--) {
      if (loaded.contains(year)) {
        bases.add(new RateBasis("inferred " + year, year, false, true));
      }
    }
    return bases;
  }

  private static List<PriceScenario> scenarios(List<RateBasis> bases) {
    return bases.stream().skip(1).map(ContractInferRun::scenario).toList();
  }

  private static PriceScenario scenario(RateBasis basis) {
    return new PriceScenario(
        basis.scenario(),
        null,
        null,
        basis.year() == null ? null : LocalDate.of(basis.year(), 1, 1),
        null,
        null,
        basis.isNonFacility() ? PriceScenario.RateSetting.NON_FACILITY : null,
        null,
        null,
        basis.isReduced() ? List.of() : List.of(PriceScenario.Rule.MULTIPLE_PROCEDURES),
        null,
        null);
  }

  private static Map<String, InferredRates> inferred(
      Map<String, Rows> marts, List<RateBasis> bases, KnownReference known) {
    Map<String, RateBasis> byScenario =
        bases.stream().collect(Collectors.toMap(RateBasis::scenario, basis -> basis));
    Map<String, List<RateVote>> votes = new HashMap<>();
    for (MartRow row : cells(marts, "mart_rate_option")) {
      RateBasis basis = byScenario.get(row.text("scenario"));
      // A contract's own scenario is no Medicare of everybody.
      if (basis != null) {
        votes.computeIfAbsent(row.text("payer"), payer -> new ArrayList<>()).add(vote(row, basis));
      }
    }
    Map<String, List<RateCell>> cells = new TreeMap<>();
    for (MartRow row : cells(marts, "mart_rate_cell")) {
      cells.computeIfAbsent(row.text("payer"), payer -> new ArrayList<>()).add(cell(row));
    }
    Map<String, InferredRates> inferred = new TreeMap<>();
    cells.forEach(
        (payer, own) ->
            inferred.put(
                payer,
                RateInference.of(
                    writable(votes.getOrDefault(payer, List.of()), known), own, bases)));
    return inferred;
  }

  // A contract file takes codes that Medicare knows; others have the rate of what is not listed.
  private static List<RateVote> writable(List<RateVote> votes, KnownReference known) {
    Map<RateOption, Long> unlisted =
        votes.stream()
            .filter(vote -> vote.option().method() == Method.PERCENT_OF_CHARGE)
            .filter(vote -> !known.codes().contains(vote.code()))
            .collect(Collectors.groupingBy(RateVote::option, Collectors.counting()));
    RateOption most =
        unlisted.entrySet().stream()
            .max(
                Map.Entry.<RateOption, Long>comparingByValue()
                    .thenComparing(entry -> entry.getKey().rate()))
            .map(Map.Entry::getKey)
            .orElse(null);
    return votes.stream()
        .filter(vote -> known.codes().contains(vote.code()) || vote.option().equals(most))
        .toList();
  }

  private static RateVote vote(MartRow row, RateBasis basis) {
    return new RateVote(
        row.text("hcpcs_code"),
        row.text("setting"),
        YearMonth.parse(row.text("service_month")),
        option(row, basis),
        row.count("line_count"));
  }

  // All of Medicare, at another conversion factor.
  private static RateOption option(MartRow row, RateBasis basis) {
    String method = row.text("method");
    return method.equals("conversion_factor")
        ? new RateOption(
            basis.with(row.number("rate")), Method.PERCENT_OF_MEDICARE, BigDecimal.valueOf(100))
        : new RateOption(
            basis, Method.valueOf(method.toUpperCase(Locale.ROOT)), row.number("rate"));
  }

  private static RateCell cell(MartRow row) {
    return new RateCell(
        row.text("hcpcs_code"),
        row.text("setting"),
        YearMonth.parse(row.text("service_month")),
        row.count("line_count"),
        row.count("allowed_at_charge_line_count"),
        row.number("allowed_amount"));
  }

  private static List<InferredPayer> fitted(
      InferSettings settings,
      ReferenceViews references,
      Map<String, InferredRates> inferred,
      Map<String, Object> parameters,
      Engines engines,
      Progress progress)
      throws IOException {
    Map<String, InferredContract> contracts = new TreeMap<>();
    inferred.forEach(
        (payer, rates) -> {
          if (!rates.rates().isEmpty()) {
            contracts.put(payer, new InferredContract(payer, rates, false));
          }
        });
    List<MartRow> fits =
        contracts.isEmpty()
            ? List.of()
            : fits(settings, references, contracts, parameters, engines, progress);
    List<InferredPayer> found = new ArrayList<>();
    inferred.forEach(
        (payer, rates) -> {
          InferredContract contract = contracts.get(payer);
          found.add(
              contract == null
                  ? new InferredPayer(payer, rates, TermFit.NONE, Map.of())
                  : found(contract, fits));
        });
    return found;
  }

  // Priced by the steps that price all other lines, under the file as it will be handed out.
  private static List<MartRow> fits(
      InferSettings settings,
      ReferenceViews references,
      Map<String, InferredContract> contracts,
      Map<String, Object> parameters,
      Engines engines,
      Progress progress)
      throws IOException {
    Path folder = Files.createTempDirectory(engines.work(), "inferred");
    for (InferredContract contract : contracts.values()) {
      for (Map.Entry<String, String> file : files(contract, Map.of()).entrySet()) {
        Files.writeString(folder.resolve(file.getKey()), file.getValue());
      }
    }
    Practice practice = following(settings.practice(), contracts);
    // Where complaints about the practice would point; it has none of its own.
    Path practiceFile = Files.writeString(engines.work().resolve("inferred.yaml"), "name: any\n");
    ContractSet set =
        ContractSet.read(folder, practice, practiceFile, references.known()).required();
    Engine engine = engines.open(rows(settings.warehouse()));
    references.register(engine);
    WarehouseViews.register(engine, settings.warehouse(), Warehouse.CLAIM_LINE);
    WarehouseViews.register(engine, settings.warehouse(), Warehouse.REMIT_LINE);
    WarehouseViews.register(engine, settings.warehouse(), Warehouse.PAYMENT);
    InputViews.register(engine, practice);
    InputViews.register(engine, set, references.known());
    return cells(
        new JobRunner(engine, progress).run(Job.named(FIT), parameters), "mart_contract_fit");
  }

  private static Map<String, String> files(InferredContract contract, Map<Integer, TermFit> fit) {
    Map<String, String> files = new java.util.LinkedHashMap<>();
    files.put(contract.fileName(), contract.text(fit));
    String schedule = contract.schedule();
    if (schedule != null) {
      files.put(contract.scheduleName(), schedule);
    }
    return files;
  }

  // Nobody has a rate but by what was inferred.
  private static Practice following(Practice practice, Map<String, InferredContract> contracts) {
    List<Practice.Payer> payers =
        practice.payers().stream()
            .map(
                payer ->
                    new Practice.Payer(
                        payer.name(),
                        payer.payerClass(),
                        payer.identifiers(),
                        payer.names(),
                        List.of(),
                        contracts.containsKey(payer.name())
                            ? List.of(
                                Practice.NamedContract.named(
                                    Objects.requireNonNull(contracts.get(payer.name())).id()))
                            : List.of(),
                        payer.frequencyPolicies()))
            .toList();
    return new Practice(
        practice.name(),
        practice.apmStatus(),
        practice.participation(),
        practice.thresholds(),
        practice.sites(),
        practice.facilities(),
        practice.physicians(),
        payers,
        null,
        null);
  }

  private static InferredPayer found(InferredContract inferred, List<MartRow> fits) {
    List<MartRow> own =
        fits.stream().filter(row -> row.text("contract").equals(inferred.id())).toList();
    long atCharge = own.stream().mapToLong(row -> row.count("at_charge_line_count")).sum();
    long aboveCharge = own.stream().mapToLong(row -> row.count("above_charge_line_count")).sum();
    boolean isLesserOfLine = atCharge > aboveCharge;
    InferredContract contract =
        new InferredContract(inferred.payer(), inferred.rates(), isLesserOfLine);
    Map<Integer, TermFit> byTerm = new TreeMap<>();
    TermFit all = TermFit.NONE;
    for (MartRow row : own) {
      TermFit fit = fit(row, isLesserOfLine);
      byTerm.merge(line(contract, row), fit, TermFit::plus);
      all = all.plus(fit);
    }
    return new InferredPayer(contract.payer(), contract.rates(), all, files(contract, byTerm));
  }

  // A fee schedule is the first term; what no term prices counts for none.
  private static int line(InferredContract contract, MartRow row) {
    if (row.textOrEmpty("method").equals(Method.FEE_SCHEDULE.key())) {
      return contract.scheduleLine();
    }
    return row.hasNo("source_line") ? 0 : (int) row.count("source_line");
  }

  private static TermFit fit(MartRow row, boolean isLesserOfLine) {
    long explained =
        row.count("at_price_line_count")
            + (isLesserOfLine
                ? row.count("at_charge_line_count") - row.count("above_charge_line_count")
                : 0);
    BigDecimal amount =
        row.number("at_price_amount")
            .add(
                isLesserOfLine
                    ? row.number("at_charge_amount").subtract(row.number("above_charge_amount"))
                    : BigDecimal.ZERO);
    return new TermFit(row.count("line_count"), explained, row.number("allowed_amount"), amount);
  }

  private static List<MartRow> cells(Map<String, Rows> marts, String mart) {
    Rows rows = Objects.requireNonNull(marts.get(mart));
    List<MartRow> all = new ArrayList<>();
    for (Iterator<@Nullable Object[]> i = rows.iterator().get(); i.hasNext(); ) {
      all.add(new MartRow(rows, Arrays.asList(i.next())));
    }
    return all;
  }

  private record MartRow(Rows rows, List<@Nullable Object> cells) {

    private @Nullable Object cell(String column) {
      return cells.get(rows.table().indexOf(column));
    }

    boolean hasNo(String column) {
      return cell(column) == null;
    }

    String text(String column) {
      return Objects.requireNonNull((String) cell(column), column);
    }

    String textOrEmpty(String column) {
      return hasNo(column) ? "" : text(column);
    }

    long count(String column) {
      return ((Number) Objects.requireNonNull(cell(column), column)).longValue();
    }

    BigDecimal number(String column) {
      return (BigDecimal) Objects.requireNonNull(cell(column), column);
    }
  }
}
