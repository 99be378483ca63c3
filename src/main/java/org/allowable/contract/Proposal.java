package org.allowable.contract;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * An offer tried on a payer's lines. What holds on its first day holds for every line, whenever it
 * was rendered: rates are compared, not dates.
 *
 * @param contract the offer without dates
 * @param payer as the practice file names it
 */
public record Proposal(Contract contract, String payer) {

  private static final Period ALWAYS = new Period(LocalDate.of(2000, 1, 1), null);
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  /** The offer as it is on its first day. */
  static Proposal of(Contract contract, String payer) {
    LocalDate day = contract.period().from();
    Map<String, List<Contract.ScheduleFee>> schedules = new LinkedHashMap<>();
    contract.schedules().forEach((name, fees) -> schedules.put(name, fees(fees, day)));
    return new Proposal(
        new Contract(
            contract.id(),
            contract.name(),
            ALWAYS,
            contract.lesserOf(),
            contract.ladder(),
            contract.ownLadder(),
            true,
            contract.modifiers(),
            contract.credentials(),
            escalators(contract, day),
            terms(contract, day),
            contract.renewalDate(),
            contract.noticeDays(),
            schedules,
            contract.location()),
        payer);
  }

  private static List<Contract.Term> terms(Contract contract, LocalDate day) {
    return contract.terms().stream()
        .filter(term -> term.period().contains(day))
        .map(
            term ->
                new Contract.Term(
                    term.number(),
                    ALWAYS,
                    term.method(),
                    term.percent(),
                    term.amount(),
                    term.schedule(),
                    term.medicare(),
                    term.codes(),
                    term.setting(),
                    term.placeOfService(),
                    term.modifier(),
                    term.isReduced(),
                    term.isForUnlisted(),
                    term.location()))
        .toList();
  }

  private static List<Contract.ScheduleFee> fees(List<Contract.ScheduleFee> fees, LocalDate day) {
    return fees.stream()
        .filter(fee -> fee.period().contains(day))
        .map(
            fee ->
                new Contract.ScheduleFee(
                    fee.code(),
                    fee.modifier(),
                    fee.setting(),
                    fee.amount(),
                    ALWAYS,
                    fee.location()))
        .toList();
  }

  private static List<Contract.Escalator> escalators(Contract contract, LocalDate day) {
    return Escalation.of(contract).stream()
        .filter(factor -> factor.period().contains(day))
        .map(
            factor ->
                new Contract.Escalator(
                    ALWAYS.from(),
                    factor.factor().subtract(BigDecimal.ONE).multiply(HUNDRED),
                    false,
                    false,
                    Set.of(factor.method()),
                    factor.location()))
        .toList();
  }
}
