package org.allowable.contract;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.allowable.contract.Contract.Term;
import org.allowable.model.ContractTables;
import org.allowable.model.Table;
import org.jspecify.annotations.Nullable;

/** Lays a practice's contracts out as the rows of {@link ContractTables}. */
public final class ContractRows {

  private final Map<Table, List<@Nullable Object[]>> rows = new LinkedHashMap<>();

  private ContractRows() {
    ContractTables.TABLES.forEach(table -> rows.put(table, new ArrayList<>()));
  }

  /**
   * All tables with their rows; values are String, Integer, Boolean, BigDecimal, LocalDate or null,
   * in the order of the columns.
   */
  public static Map<Table, List<@Nullable Object[]>> of(ContractSet contractSet) {
    ContractRows rows = new ContractRows();
    contractSet.contracts().forEach(rows::contract);
    contractSet
        .payerContracts()
        .forEach(payerContract -> rows.payerContract(payerContract, contractSet));
    contractSet.canaries().forEach(rows::canary);
    contractSet.proposals().forEach(rows::proposal);
    return rows.rows;
  }

  private void proposal(Proposal proposal) {
    contract(proposal.contract());
    add(
        ContractTables.CONTRACT_PROPOSAL,
        proposal.contract().location(),
        proposal.payer(),
        proposal.contract().id());
  }

  private void contract(Contract contract) {
    add(
        ContractTables.CONTRACT,
        contract.location(),
        contract.id(),
        contract.name(),
        contract.period().from(),
        contract.period().to(),
        contract.lesserOf().name().toLowerCase(Locale.ROOT),
        contract.ladder().name().toLowerCase(Locale.ROOT),
        contract.isProposal(),
        contract.renewalDate(),
        contract.noticeDays());
    List<TermRow> ranked = TermRow.ranked(contract);
    for (int i = 0; i < ranked.size(); i++) {
      term(contract, ranked.get(i), i + 1);
    }
    contract.schedules().forEach((name, fees) -> fees.forEach(fee -> fee(contract, name, fee)));
    for (Escalation.Factor factor : Escalation.of(contract)) {
      add(
          ContractTables.CONTRACT_ESCALATOR,
          factor.location(),
          contract.id(),
          factor.method().key(),
          factor.period().from(),
          factor.period().to(),
          factor.factor());
    }
    percents(contract);
  }

  private void term(Contract contract, TermRow row, int rank) {
    Term term = row.term();
    CodeRange codes = row.codes();
    add(
        ContractTables.CONTRACT_TERM,
        term.location(),
        contract.id(),
        rank,
        term.number(),
        term.period().from(),
        term.period().to(),
        term.method().key(),
        codes == null ? null : codes.from(),
        codes == null ? null : codes.to(),
        codes == null ? null : codes.form(),
        term.setting(),
        term.placeOfService(),
        term.modifier(),
        term.percent(),
        term.amount(),
        contract.priceScenario(term.medicare()),
        term.schedule(),
        term.isReduced(),
        term.isForUnlisted(),
        term.basis());
  }

  private void fee(Contract contract, String schedule, Contract.ScheduleFee fee) {
    add(
        ContractTables.CONTRACT_FEE,
        fee.location(),
        contract.id(),
        schedule,
        fee.code(),
        fee.modifier(),
        fee.setting(),
        fee.period().from(),
        fee.period().to(),
        fee.amount());
  }

  private void percents(Contract contract) {
    for (Contract.NamedPercent modifier : contract.modifiers()) {
      add(
          ContractTables.CONTRACT_MODIFIER,
          modifier.location(),
          contract.id(),
          modifier.name(),
          modifier.percent());
    }
    for (Contract.NamedPercent credential : contract.credentials()) {
      add(
          ContractTables.CONTRACT_CREDENTIAL,
          credential.location(),
          contract.id(),
          credential.name(),
          credential.percent());
    }
    List<BigDecimal> ladder = contract.ownLadder();
    for (int i = 0; i < ladder.size(); i++) {
      add(
          ContractTables.CONTRACT_LADDER,
          contract.location(),
          contract.id(),
          i + 1,
          i + 1 < ladder.size() ? (Integer) (i + 1) : null,
          ladder.get(i));
    }
  }

  private void payerContract(PayerContract payerContract, ContractSet contractSet) {
    for (Contract contract : contractSet.contracts()) {
      if (contract.id().equals(payerContract.contract())) {
        PayerContract.ProductKind kind = payerContract.productKind();
        add(
            ContractTables.CONTRACT_PAYER,
            payerContract.location(),
            payerContract.payer(),
            payerContract.contract(),
            kind == null ? null : kind.key(),
            payerContract.product(),
            contract.period().from(),
            contract.period().to());
      }
    }
  }

  private void canary(CanaryClaim canary) {
    List<String> modifiers = canary.modifiers();
    List<@Nullable Object> values = new ArrayList<>();
    values.add(rows(ContractTables.CONTRACT_CANARY).size() + 1);
    values.add(canary.contract());
    values.add(canary.serviceDate());
    values.add(canary.code());
    for (int i = 0; i < 4; i++) {
      values.add(i < modifiers.size() ? modifiers.get(i) : null);
    }
    values.addAll(
        Arrays.asList(
            canary.units(),
            canary.charge(),
            canary.placeOfService(),
            canary.carrier(),
            canary.locality(),
            canary.credential(),
            canary.encounter(),
            canary.expected(),
            canary.note()));
    add(ContractTables.CONTRACT_CANARY, canary.location(), values.toArray());
  }

  private List<@Nullable Object[]> rows(Table table) {
    return java.util.Objects.requireNonNull(rows.get(table));
  }

  private void add(Table table, FileLocation location, @Nullable Object... values) {
    @Nullable Object[] row = Arrays.copyOf(values, values.length + 2);
    row[values.length] = location.file();
    row[values.length + 1] = location.line();
    rows(table).add(row);
  }

  /**
   * The rows of {@link org.allowable.model.PracticeTables#PRICE_SCENARIO} that contracts need
   * beside that of what was billed: only where a contract has another Medicare than that of the
   * date of service, or percents of its own for modifiers or credentials.
   */
  public static List<@Nullable Object[]> scenarios(ContractSet contractSet, KnownReference known) {
    List<@Nullable Object[]> scenarios = new ArrayList<>();
    List<Contract> contracts = new ArrayList<>(contractSet.contracts());
    contractSet.proposals().forEach(proposal -> contracts.add(proposal.contract()));
    for (Contract contract : contracts) {
      contract.terms().stream()
          .map(Term::medicare)
          .distinct()
          .filter(m -> !contract.priceScenario(m).equals(MedicareScenario.AS_BILLED))
          .forEach(medicare -> scenarios.add(scenario(contract, medicare, known)));
    }
    return scenarios;
  }

  private static @Nullable Object[] scenario(
      Contract contract, MedicareScenario medicare, KnownReference known) {
    String release = medicare.release();
    return new @Nullable Object[] {
      contract.priceScenario(medicare),
      medicare.text() + " for " + contract.id(),
      release,
      release == null ? medicare.pricingDate() : known.releases().get(release),
      medicare.carrier(),
      medicare.locality(),
      medicare.isFacility(),
      medicare.conversionFactor(),
      null,
      new String[0],
      contract.id(),
      names(contract.modifiers()),
      names(contract.credentials()),
      null,
      null
    };
  }

  private static String[] names(List<Contract.NamedPercent> percents) {
    return percents.stream()
        .map(percent -> percent.name().toUpperCase(Locale.ROOT))
        .toArray(String[]::new);
  }
}
