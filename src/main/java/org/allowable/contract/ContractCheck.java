package org.allowable.contract;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.allowable.contract.Contract.Term;
import org.allowable.model.InputException;

/** Finds what contracts that can be read nevertheless may not say. */
final class ContractCheck {

  private final KnownReference known;
  private final Map<String, Contract> contracts = new HashMap<>();
  private final List<InputException> problems = new ArrayList<>();

  private ContractCheck(KnownReference known) {
    this.known = known;
  }

  /** Everything that is wrong, in the order of the contracts. */
  static List<InputException> problems(
      List<Contract> contracts,
      List<PayerContract> payerContracts,
      List<CanaryClaim> canaries,
      KnownReference known) {
    ContractCheck check = new ContractCheck(known);
    contracts.forEach(check::contract);
    check.payerContracts(payerContracts);
    canaries.forEach(check::canary);
    return check.problems;
  }

  private void contract(Contract contract) {
    Contract other = contracts.putIfAbsent(contract.id(), contract);
    if (other != null) {
      say(
          contract.location(),
          "the contract has the same identifier as that of " + other.location());
    }
    contract.terms().forEach(term -> term(contract, term));
    contract.schedules().values().forEach(this::settings);
    for (List<TermRow> pair : TermRow.conflicts(contract)) {
      conflict(pair.get(0), pair.get(1));
    }
  }

  private void conflict(TermRow one, TermRow other) {
    CodeRange codes = one.codes();
    say(
        other.term().location(),
        "this term and that of line %d hold for the same %s on %s, and neither is more specific."
                .formatted(
                    one.term().location().line(),
                    codes == null ? "codes" : "codes, of " + codes,
                    one.term().period().firstShared(other.term().period()))
            + " End one the day before the other starts, or give one fewer codes");
  }

  private void term(Contract contract, Term term) {
    for (CodeRange codes : term.codes()) {
      if (known.codes().stream().noneMatch(codes::contains) && !isListed(contract, codes)) {
        say(
            term.location(),
            codes
                + " is in no loaded relative value release and in no fee schedule of the contract."
                + " Import the release that has it, list it in a schedule, or correct it");
      }
    }
    String setting = term.setting();
    if (setting != null && !known.settings().contains(setting)) {
      say(
          term.location(),
          "there is no setting %s. The settings are %s"
              .formatted(setting, String.join(", ", known.settings().stream().sorted().toList())));
    }
    String place = term.placeOfService();
    if (place != null && !known.placesOfService().contains(place)) {
      say(term.location(), "there is no place of service " + place);
    }
    medicare(term);
  }

  private static boolean isListed(Contract contract, CodeRange codes) {
    return contract.schedules().values().stream()
        .flatMap(List::stream)
        .anyMatch(fee -> codes.contains(fee.code()));
  }

  private void settings(List<Contract.ScheduleFee> fees) {
    for (Contract.ScheduleFee fee : fees) {
      String setting = fee.setting();
      if (setting != null && !known.settings().contains(setting)) {
        say(fee.location(), "there is no setting " + setting);
      }
    }
  }

  private void medicare(Term term) {
    MedicareScenario medicare = term.medicare();
    String release = medicare.release();
    if (release != null && !known.releases().containsKey(release)) {
      say(term.location(), "the relative value release %s is not loaded".formatted(release));
    }
    if (medicare.pricingDate() != null) {
      int year = medicare.pricingDate().getYear();
      if (known.releases().values().stream().noneMatch(date -> date.getYear() == year)) {
        say(term.location(), "no relative value release of %d is loaded".formatted(year));
      }
    }
    String locality = medicare.carrier() + "/" + medicare.locality();
    if (medicare.carrier() != null && !known.localities().contains(locality)) {
      say(term.location(), "there is no locality " + locality + " of Medicare");
    }
  }

  private void payerContracts(List<PayerContract> payerContracts) {
    for (int i = 0; i < payerContracts.size(); i++) {
      PayerContract payerContract = payerContracts.get(i);
      Contract contract = contracts.get(payerContract.contract());
      if (contract == null) {
        say(payerContract.location(), "no file states the contract " + payerContract.contract());
        continue;
      }
      if (contract.isProposal()) {
        say(
            payerContract.location(),
            "%s is a proposal, which holds for nobody. Take it out, or is_proposal out of %s"
                .formatted(contract.id(), contract.location()));
      }
      payerContracts.subList(0, i).forEach(before -> overlap(before, payerContract));
    }
  }

  private void overlap(PayerContract one, PayerContract other) {
    Contract first = contracts.get(one.contract());
    Contract second = contracts.get(other.contract());
    if (first != null
        && second != null
        && one.payer().equals(other.payer())
        && one.productKind() == other.productKind()
        && Objects.equals(one.product(), other.product())
        && first.period().overlaps(second.period())) {
      say(
          other.location(),
          "%s and %s both hold for payer %s on %s."
                  .formatted(
                      first.id(),
                      second.id(),
                      one.payer(),
                      first.period().firstShared(second.period()))
              + " End one the day before the other starts, or name the products of each");
    }
  }

  private void canary(CanaryClaim canary) {
    Contract contract = contracts.get(canary.contract());
    if (contract == null) {
      say(canary.location(), "no file states the contract that the canary claim names");
    } else if (!contract.period().contains(canary.serviceDate())) {
      say(canary.location(), "the contract does not hold on the canary claim's date");
    }
  }

  private void say(FileLocation location, String sentence) {
    problems.add(location.wrong(sentence + "."));
  }
}
