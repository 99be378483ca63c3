package org.allowable.job;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.allowable.config.MeasureTargets;
import org.allowable.config.Practice;
import org.allowable.config.PriceScenario;
import org.allowable.config.ScorecardTerms;
import org.allowable.config.WorkRvuConvention;
import org.allowable.contract.ContractRows;
import org.allowable.contract.ContractSet;
import org.allowable.contract.KnownReference;
import org.allowable.engine.Engine;
import org.allowable.model.ContractTables;
import org.allowable.model.PracticeTables;
import org.allowable.model.ProcedureNotes;
import org.allowable.model.Table;
import org.jspecify.annotations.Nullable;

/** Makes a job's inputs tables of its engine. */
public final class InputViews {

  /** The scenario that leaves everything as it was billed. */
  static final PriceScenario AS_BILLED = PriceScenario.asBilled("as_billed");

  private InputViews() {}

  /**
   * Registers the practice file's tables, as contracts the percents of Medicare that it states, and
   * no procedure notes.
   *
   * @see PracticeTables
   */
  public static void register(Engine engine, Practice practice) {
    engine.rows(PracticeTables.PRACTICE_SITE, sites(practice));
    engine.rows(PracticeTables.PRACTICE_PAYER, payers(practice));
    engine.rows(PracticeTables.PRACTICE_PHYSICIAN, physicians(practice));
    engine.rows(PracticeTables.PRACTICE_FACILITY, facilities(practice));
    engine.rows(PracticeTables.PRACTICE_FREQUENCY_POLICY, frequencyPolicies(practice));
    engine.rows(PracticeTables.PRACTICE_TRAINING, trainings(practice));
    engine.rows(
        PracticeTables.PRACTICE_WORK_RVU, Collections.singletonList(workRvu(practice.workRvu())));
    engine.rows(PracticeTables.PRACTICE_TARGET, targets(practice.targets()));
    ScorecardTerms terms = practice.scorecard();
    engine.rows(PracticeTables.PRACTICE_REWORK_COST, reworkCosts(terms));
    engine.rows(PracticeTables.PRACTICE_CAPITAL_COST, capitalCosts(terms));
    engine.rows(PracticeTables.PRACTICE_PROMPT_PAY, promptPay(terms));
    register(engine, ContractSet.of(practice), KnownReference.NOTHING);
    engine.rows(ProcedureNotes.PROCEDURE_NOTE, List.of());
  }

  /**
   * Registers a practice's contracts and the price scenarios that they need, in place of those that
   * were registered before.
   *
   * @see ContractTables
   */
  public static void register(Engine engine, ContractSet contractSet, KnownReference known) {
    register(engine, contractSet, known, List.of());
  }

  /** The same with further scenarios, in which every service is priced. */
  static void register(
      Engine engine, ContractSet contractSet, KnownReference known, List<PriceScenario> further) {
    List<@Nullable Object[]> scenarios = new ArrayList<>(scenarios(List.of(AS_BILLED)));
    scenarios.addAll(scenarios(further));
    scenarios.addAll(ContractRows.scenarios(contractSet, known));
    engine.rows(PracticeTables.PRICE_SCENARIO, scenarios);
    ContractRows.of(contractSet).forEach(engine::rows);
  }

  /** Registers the practice's tables without a row, for a job that knows no practice. */
  static void registerNoPractice(Engine engine) {
    PracticeTables.PRACTICE.forEach(table -> engine.rows(table, List.of()));
    ContractTables.TABLES.forEach(table -> engine.rows(table, List.of()));
    register(engine, List.of(AS_BILLED));
    engine.rows(ProcedureNotes.PROCEDURE_NOTE, List.of());
  }

  /** Registers procedure notes from a Parquet file, in place of none. */
  static void registerNotes(Engine engine, Path notes) {
    parquet(engine, ProcedureNotes.PROCEDURE_NOTE, notes);
  }

  /** Registers the scenarios to be priced, in place of those that are registered. */
  static void register(Engine engine, List<PriceScenario> scenarios) {
    engine.rows(PracticeTables.PRICE_SCENARIO, scenarios(scenarios));
  }

  private static List<@Nullable Object[]> scenarios(List<PriceScenario> scenarios) {
    return scenarios.stream()
        .map(
            s ->
                row(
                    s.name(),
                    s.description(),
                    s.release(),
                    s.pricingDate(),
                    s.carrier(),
                    s.locality(),
                    s.setting() == null ? null : s.setting() == PriceScenario.RateSetting.FACILITY,
                    factor(s.conversionFactor()),
                    s.apmStatus() == null ? null : s.apmStatus().name().toLowerCase(Locale.ROOT),
                    java.util.Objects.requireNonNull(s.without()).stream()
                        .map(rule -> rule.name().toLowerCase(Locale.ROOT))
                        .toArray(String[]::new),
                    null,
                    null,
                    null,
                    s.workRvuDate(),
                    factor(s.qpConversionFactor())))
        .toList();
  }

  private static @Nullable BigDecimal factor(@Nullable BigDecimal factor) {
    return factor == null ? null : factor.setScale(4, java.math.RoundingMode.UNNECESSARY);
  }

  /** Registers a Parquet file as a table. */
  static void parquet(Engine engine, Table table, Path file) {
    engine.parquet(
        table.name(), table, file.toAbsolutePath().resolveSibling("."), List.of(file), "true");
  }

  private static List<@Nullable Object[]> sites(Practice practice) {
    List<@Nullable Object[]> rows = new ArrayList<>();
    for (Practice.Site site : practice.sites()) {
      for (String place : site.placeOfServiceCodes()) {
        rows.add(
            row(
                site.name(),
                site.facilityNpi(),
                place,
                site.carrier(),
                site.locality(),
                upper(site.state())));
      }
    }
    return rows;
  }

  private static List<@Nullable Object[]> payers(Practice practice) {
    List<@Nullable Object[]> rows = new ArrayList<>();
    for (Practice.Payer payer : practice.payers()) {
      String payerClass = payer.payerClass().name().toLowerCase(Locale.ROOT);
      for (String identifier : payer.identifiers()) {
        rows.add(row("identifier", normal(identifier), payer.name(), payerClass));
      }
      for (String name : payer.names()) {
        rows.add(row("name", normal(name), payer.name(), payerClass));
      }
    }
    return rows;
  }

  private static List<@Nullable Object[]> frequencyPolicies(Practice practice) {
    List<@Nullable Object[]> rows = new ArrayList<>();
    for (Practice.Payer payer : practice.payers()) {
      List<String> policies = payer.frequencyPolicies();
      if (policies != null && policies.isEmpty()) {
        rows.add(row(payer.name(), null));
      } else if (policies != null) {
        policies.forEach(policy -> rows.add(row(payer.name(), policy)));
      }
    }
    return rows;
  }

  private static List<@Nullable Object[]> trainings(Practice practice) {
    return practice.retraining().trainings().stream()
        .map(t -> row(t.physician(), t.date(), t.subject(), t.denialGroup()))
        .toList();
  }

  private static @Nullable Object[] workRvu(WorkRvuConvention convention) {
    return row(
        convention.bothSides().code(),
        convention.assistants().code(),
        convention.coSurgeons().code(),
        convention.practitioners().code(),
        convention.multipleProcedures().code(),
        convention.units().code(),
        convention.deniedLines() == WorkRvuConvention.DeniedLines.COUNTED);
  }

  private static List<@Nullable Object[]> targets(MeasureTargets targets) {
    Map<String, BigDecimal> all = new LinkedHashMap<>(targets.rates());
    all.putAll(targets.days());
    List<@Nullable Object[]> rows = new ArrayList<>();
    all.forEach(
        (measure, target) ->
            rows.add(
                row(
                    measure.toUpperCase(Locale.ROOT),
                    target.setScale(4, java.math.RoundingMode.UNNECESSARY))));
    return rows;
  }

  private static List<@Nullable Object[]> reworkCosts(ScorecardTerms terms) {
    return terms.reworkCost().stream()
        .map(c -> row(c.from(), c.to(), scaled(c.amount(), 2), c.source().strip()))
        .toList();
  }

  private static List<@Nullable Object[]> capitalCosts(ScorecardTerms terms) {
    return terms.costOfCapital().stream()
        .map(c -> row(c.from(), c.to(), scaled(c.annualPercent(), 4), c.source().strip()))
        .toList();
  }

  private static List<@Nullable Object[]> promptPay(ScorecardTerms terms) {
    List<@Nullable Object[]> rows = new ArrayList<>();
    for (ScorecardTerms.PromptPay rule : terms.promptPay()) {
      rows.add(
          row(
              rows.size() + 1,
              rule.payer() == null ? null : rule.payer().strip(),
              lower(rule.payerClass()),
              upper(rule.state()),
              lower(rule.claimType()),
              rule.from(),
              rule.to(),
              rule.days(),
              scaled(rule.annualPercent(), 4),
              rule.source().strip()));
    }
    return rows;
  }

  private static @Nullable String lower(@Nullable Enum<?> code) {
    return code == null ? null : code.name().toLowerCase(Locale.ROOT);
  }

  private static BigDecimal scaled(BigDecimal number, int places) {
    return number.setScale(places, java.math.RoundingMode.UNNECESSARY);
  }

  private static @Nullable Object[] row(@Nullable Object... values) {
    return values;
  }

  private static String normal(String text) {
    return text.strip().toUpperCase(Locale.ROOT);
  }

  private static List<@Nullable Object[]> physicians(Practice practice) {
    return practice.physicians().stream()
        .map(p -> row(p.npi(), p.name(), upper(p.credential())))
        .toList();
  }

  private static @Nullable String upper(@Nullable String text) {
    return text == null ? null : normal(text);
  }

  private static List<@Nullable Object[]> facilities(Practice practice) {
    return java.util.Objects.requireNonNull(practice.facilities()).stream()
        .map(
            f ->
                row(
                    f.billingNpi(),
                    f.paymentSystem().name().toLowerCase(Locale.ROOT),
                    f.wageIndex().setScale(4, java.math.RoundingMode.UNNECESSARY)))
        .toList();
  }
}
