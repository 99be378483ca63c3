package org.allowable.contract;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.allowable.config.Practice;
import org.allowable.config.Practice.NamedContract;
import org.allowable.config.Practice.Payer;
import org.allowable.config.Practice.PercentOfMedicare;
import org.allowable.config.Practice.Product;
import org.allowable.config.YamlNode;
import org.allowable.contract.Contract.Ladder;
import org.allowable.contract.Contract.LesserOf;
import org.allowable.contract.Contract.Method;
import org.allowable.contract.Contract.Term;
import org.allowable.contract.PayerContract.ProductKind;
import org.jspecify.annotations.Nullable;

/** What the practice file says of contracts: which hold for whom, and the simplest in full. */
final class PracticeContracts {

  private static final String PERCENTS = "percent of Medicare: ";

  private final Practice practice;
  private final String file;
  private final @Nullable YamlNode root;

  /**
   * Of a practice.
   *
   * @param file the file it was read from; null for a practice that was never a file
   */
  PracticeContracts(Practice practice, @Nullable Path file) {
    this.practice = practice;
    this.file = file == null ? "practice file" : file.toString();
    this.root = file == null ? null : YamlNode.read(file);
  }

  /**
   * The contracts that are percents of Medicare in the practice file. They have Medicare's
   * reductions, and no lesser-of.
   */
  List<Contract> percents() {
    List<Contract> contracts = new ArrayList<>();
    for (int i = 0; i < practice.payers().size(); i++) {
      Payer payer = practice.payers().get(i);
      if (!payer.percentOfMedicare().isEmpty()) {
        contracts.add(contract(payer, terms(i, payer)));
      }
    }
    return contracts;
  }

  /** Which contract holds for which payer and product. */
  List<PayerContract> payerContracts() {
    List<PayerContract> payerContracts = new ArrayList<>();
    for (int i = 0; i < practice.payers().size(); i++) {
      Payer payer = practice.payers().get(i);
      if (!payer.percentOfMedicare().isEmpty()) {
        FileLocation location = location("payers", i, "percent_of_medicare");
        payerContracts.add(
            new PayerContract(payer.name(), PERCENTS + payer.name(), null, null, location));
      }
      for (int j = 0; j < payer.contracts().size(); j++) {
        FileLocation location = location("payers", i, "contracts", j);
        payerContracts.addAll(payerContracts(payer, payer.contracts().get(j), location));
      }
    }
    return payerContracts;
  }

  private static Contract contract(Payer payer, List<Term> terms) {
    LocalDate from =
        terms.stream().map(t -> t.period().from()).min(LocalDate::compareTo).orElseThrow();
    boolean isOpen = terms.stream().anyMatch(t -> t.period().to() == null);
    LocalDate to =
        isOpen
            ? null
            : terms.stream()
                .map(t -> Objects.requireNonNull(t.period().to()))
                .max(LocalDate::compareTo)
                .orElseThrow();
    return new Contract(
        PERCENTS + payer.name(),
        payer.name() + ", percent of Medicare",
        new Period(from, to),
        LesserOf.NONE,
        Ladder.MEDICARE,
        List.of(),
        false,
        List.of(),
        List.of(),
        List.of(),
        terms,
        null,
        null,
        Map.of(),
        terms.get(0).location());
  }

  private List<Term> terms(int payerIndex, Payer payer) {
    List<Term> terms = new ArrayList<>();
    for (PercentOfMedicare percent : payer.percentOfMedicare()) {
      terms.add(
          new Term(
              terms.size() + 1,
              new Period(percent.from(), percent.to()),
              Method.PERCENT_OF_MEDICARE,
              percent.percent().setScale(3, java.math.RoundingMode.UNNECESSARY),
              (BigDecimal) null,
              null,
              MedicareScenario.CURRENT,
              List.of(),
              null,
              null,
              null,
              true,
              false,
              location("payers", payerIndex, "percent_of_medicare", terms.size())));
    }
    return terms;
  }

  private static List<PayerContract> payerContracts(
      Payer payer, NamedContract contract, FileLocation location) {
    if (contract.products().isEmpty()) {
      return List.of(new PayerContract(payer.name(), contract.contract(), null, null, location));
    }
    return contract.products().stream()
        .map(product -> payerContract(payer, contract.contract(), product, location))
        .toList();
  }

  private static PayerContract payerContract(
      Payer payer, String contract, Product product, FileLocation location) {
    Map<ProductKind, String> said = new EnumMap<>(ProductKind.class);
    put(said, ProductKind.IDENTIFIER, product.identifier());
    put(said, ProductKind.NAME, product.name());
    put(said, ProductKind.CLAIM_FILING_INDICATOR, product.claimFilingIndicator());
    if (said.size() != 1) {
      throw location.wrong(
          "a product of payer %s needs exactly one of identifier, name and claim_filing_indicator."
              .formatted(payer.name()));
    }
    Map.Entry<ProductKind, String> way = said.entrySet().iterator().next();
    requireKnown(payer, way.getKey(), way.getValue(), location);
    return new PayerContract(payer.name(), contract, way.getKey(), way.getValue(), location);
  }

  private static void put(Map<ProductKind, String> said, ProductKind kind, @Nullable String text) {
    if (text != null) {
      said.put(kind, text.strip().toUpperCase(Locale.ROOT));
    }
  }

  // A product's identifier that is not the payer's would leave its lines without a payer.
  private static void requireKnown(
      Payer payer, ProductKind kind, String value, FileLocation location) {
    boolean isKnown =
        switch (kind) {
          case IDENTIFIER -> payer.identifiers().stream().anyMatch(i -> isAlike(i, value));
          case NAME -> payer.names().stream().anyMatch(n -> isAlike(n, value));
          case CLAIM_FILING_INDICATOR -> value.matches("[A-Z0-9]{1,2}");
        };
    if (!isKnown) {
      throw location.wrong(
          kind == ProductKind.CLAIM_FILING_INDICATOR
              ? "a claim filing indicator is one or two letters or digits."
              : "a product's %s must stand among those of payer %s too."
                  .formatted(kind.key(), payer.name()));
    }
  }

  private static boolean isAlike(String text, String capitals) {
    return text.strip().toUpperCase(Locale.ROOT).equals(capitals);
  }

  private FileLocation location(Object... path) {
    return new FileLocation(file, root == null ? 1 : root.lineOf(path));
  }
}
