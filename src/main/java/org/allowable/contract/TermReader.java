package org.allowable.contract;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.allowable.config.YamlNode;
import org.allowable.contract.Contract.Method;
import org.allowable.contract.Contract.Term;
import org.jspecify.annotations.Nullable;

/** Reads one term of a contract. */
final class TermReader {

  private static final List<String> METHODS = Stream.of(Method.values()).map(Method::key).toList();
  private static final List<String> SCOPE =
      List.of(
          "from",
          "to",
          "codes",
          "setting",
          "place_of_service",
          "modifier",
          "medicare",
          "multiple_procedures");

  private final Path file;
  private final YamlSection section;
  private final int number;
  private final Period contract;

  private TermReader(Path file, YamlSection section, int number, Period contract) {
    this.file = file;
    this.section = section;
    this.number = number;
    this.contract = contract;
  }

  /** A term of the list. */
  static Term term(Path file, YamlNode node, int number, Period contract) {
    List<String> keys = Stream.concat(METHODS.stream(), SCOPE.stream()).toList();
    return new TermReader(file, YamlSection.of(file, node, keys), number, contract).term(false);
  }

  /** The term of what no other gives a rate for. */
  static Term unlisted(Path file, YamlNode node, int number, Period contract) {
    List<String> keys =
        List.of("percent_of_charge", "fixed_amount", "excluded", "multiple_procedures");
    return new TermReader(file, YamlSection.of(file, node, keys), number, contract).term(true);
  }

  private Term term(boolean isForUnlisted) {
    Method method = method();
    Period period = section.period(contract);
    if (!contract.contains(period)) {
      throw section
          .location(section.has("from") ? "from" : "to")
          .wrong("the term's dates are not all within the contract's.");
    }
    if (section.has("medicare") && method != Method.PERCENT_OF_MEDICARE) {
      throw section.location("medicare").wrong("medicare belongs to a percent_of_medicare.");
    }
    return new Term(
        number,
        period,
        method,
        percent(method),
        method == Method.FIXED_AMOUNT ? amount() : null,
        method == Method.FEE_SCHEDULE ? section.text("fee_schedule") : null,
        section.has("medicare")
            ? MedicareReader.read(file, section.node("medicare"))
            : MedicareScenario.CURRENT,
        codes(),
        lower(section.optionalText("setting")),
        section.optional(
            "place_of_service",
            java.util.regex.Pattern.compile("\\d{2}"),
            "two digits in quotes, such as \"11\""),
        section.optional(
            "modifier",
            java.util.regex.Pattern.compile("[A-Z0-9]{2}"),
            "two letters or digits in quotes, such as \"26\""),
        section
            .oneOf("multiple_procedures", List.of("contract", "none"), "contract")
            .equals("contract"),
        isForUnlisted,
        section.location());
  }

  private Method method() {
    List<Method> methods = Stream.of(Method.values()).filter(m -> section.has(m.key())).toList();
    if (methods.size() != 1) {
      throw section
          .location()
          .wrong("a term has exactly one of " + String.join(", ", METHODS) + ".");
    }
    Method method = methods.get(0);
    if (method == Method.EXCLUDED && !section.flag(method.key(), false)) {
      throw section.location(method.key()).wrong("excluded must be true.");
    }
    return method;
  }

  private @Nullable BigDecimal percent(Method method) {
    return switch (method) {
      case PERCENT_OF_MEDICARE -> section.percent(method.key(), PercentKind.OF_MEDICARE);
      case PERCENT_OF_CHARGE -> section.percent(method.key(), PercentKind.OF_CHARGE);
      default -> null;
    };
  }

  private BigDecimal amount() {
    BigDecimal amount = section.number("fixed_amount", 2);
    if (amount.signum() < 0) {
      throw section.location("fixed_amount").wrong("an amount cannot be less than 0.00.");
    }
    return amount;
  }

  private List<CodeRange> codes() {
    List<CodeRange> codes = new ArrayList<>();
    for (YamlNode node : section.items("codes")) {
      String text = YamlSection.text(file, node, "codes");
      codes.add(
          CodeRange.of(text == null ? "" : text)
              .orElseThrow(
                  () ->
                      YamlSection.wrong(
                          file,
                          node,
                          "codes must be procedure codes such as 62323 or ranges such as"
                              + " 62320-62327.")));
    }
    if (section.has("codes") && codes.isEmpty()) {
      throw section.location("codes").wrong("codes is empty. Leave it out to mean all codes.");
    }
    return codes;
  }

  private static @Nullable String lower(@Nullable String text) {
    return text == null ? null : text.toLowerCase(Locale.ROOT);
  }
}
