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
      List<Agreement> agreements,
      List<CanaryClaim> canaries,
      KnownReference known) {
    ContractCheck check = new ContractCheck(known);
    contracts.forEach(check::contract);
    check.agreements(agreements);
    canaries.forEach(check::canary);
    return check.problems;
  }

  private void contract(Contract contract) {
    Contract other = contracts.putIfAbsent(contract.id(), contract);
    if (other != null) {
      say(contract.source(), "the contract has the same identifier as that of " + other.source());
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
        other.term().source(),
        "this term and that of line %d hold for the same %s on %s, and neither is more specific."
                .formatted(
                    one.term().source().line(),
                    codes == null ? "codes" : "codes, of " + codes,
                    one.term().period().firstShared(other.term().period()))
            + " End one the day before the other starts, or give one fewer codes");
  }

  private void term(Contract contract, Term term) {
    for (CodeRange codes : term.codes()) {
      if (known.codes().stream().noneMatch(codes::contains) && !isListed(contract, codes)) {
        say(
            term.source(),
            codes
                + " is in no loaded relative value release and in no fee schedule of the contract."
                + " Import the release that has it, list it in a schedule, or correct it");
      }
    }
    String setting = term.setting();
    if (setting != null && !known.settings().contains(setting)) {
      say(
          term.source(),
          "there is no setting %s. The settings are %s"
              .formatted(setting, String.join(", ", known.settings().stream().sorted().toList())));
    }
    String place = term.placeOfService();
    if (place != null && !known.placesOfService().contains(place)) {
      say(term.source(), "there is no place of service " + place);
    }
    medicare(term);
  }

  private static boolean isListed(Contract contract, CodeRange codes) {
    return contract.schedules().values().stream()
        .flatMap(List::stream)
        .anyMatch(fee -> codes.contains(fee.code()));
  }

  private void settings(List<Contract.Fee> fees) {
    for (Contract.Fee fee : fees) {
      String setting = fee.setting();
      if (setting != null && !known.settings().contains(setting)) {
        say(fee.source(), "there is no setting " + setting);
      }
    }
  }

  private void medicare(Term term) {
    MedicareScenario medicare = term.medicare();
    String release = medicare.release();
    if (release != null && !known.releases().containsKey(release)) {
      say(term.source(), "the relative value release %s is not loaded".formatted(release));
    }
    if (medicare.pricingDate() != null) {
      int year = medicare.pricingDate().getYear();
      if (known.releases().values().stream().noneMatch(date -> date.getYear() == year)) {
        say(term.source(), "no relative value release of %d is loaded".formatted(year));
      }
    }
    String locality = medicare.carrier() + "/" + medicare.locality();
    if (medicare.carrier() != null && !known.localities().contains(locality)) {
      say(term.source(), "there is no locality " + locality + " of Medicare");
    }
  }

  private void agreements(List<Agreement> agreements) {
    for (int i = 0; i < agreements.size(); i++) {
      Agreement agreement = agreements.get(i);
      Contract contract = contracts.get(agreement.contract());
      if (contract == null) {
        say(agreement.source(), "no file states the contract " + agreement.contract());
        continue;
      }
      if (contract.isProposal()) {
        say(
            agreement.source(),
            "%s is a proposal, which holds for nobody. Take it out, or is_proposal out of %s"
                .formatted(contract.id(), contract.source()));
      }
      agreements.subList(0, i).forEach(before -> overlap(before, agreement));
    }
  }

  private void overlap(Agreement one, Agreement other) {
    Contract first = contracts.get(one.contract());
    Contract second = contracts.get(other.contract());
    if (first != null
        && second != null
        && one.payer().equals(other.payer())
        && one.productKind() == other.productKind()
        && Objects.equals(one.product(), other.product())
        && first.period().overlaps(second.period())) {
      say(
          other.source(),
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
      say(canary.source(), "no file states the contract that the canary claim names");
    } else if (!contract.period().contains(canary.serviceDate())) {
      say(canary.source(), "the contract does not hold on the canary claim's date");
    }
  }

  private void say(Source source, String sentence) {
    problems.add(source.wrong(sentence + "."));
  }
}
