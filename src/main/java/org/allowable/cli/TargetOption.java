package org.allowable.cli;

import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.allowable.config.ContractTargets;
import org.allowable.config.DecimalPlaces;
import org.allowable.config.NearestKey;
import org.allowable.config.Practice.PayerClass;
import org.allowable.model.InputException;
import org.jspecify.annotations.Nullable;

/** The targets that {@code --target} names: a percent, or a payer class with its percent. */
final class TargetOption {

  private static final List<String> CLASSES =
      List.of("commercial", "medicare_advantage", "workers_compensation", "other");
  private static final List<String> BY_LAW = List.of("medicare", "medicaid");

  private TargetOption() {}

  /**
   * The targets.
   *
   * @param words as given; a class goes before a percent without one
   * @throws InputException where one cannot be a target
   */
  static ContractTargets of(List<String> words) {
    Map<PayerClass, BigDecimal> named = new EnumMap<>(PayerClass.class);
    BigDecimal general = null;
    for (String word : words) {
      String[] parts = word.split("=", 2);
      String said = parts[parts.length - 1];
      if (parts.length == 1) {
        general = once(general, checked(word, PayerClass.COMMERCIAL, said), word);
      } else {
        PayerClass payerClass = payerClass(word, parts[0].strip());
        named.put(payerClass, once(named.get(payerClass), checked(word, payerClass, said), word));
      }
    }
    ContractTargets targets =
        new ContractTargets(
            named.get(PayerClass.COMMERCIAL),
            named.get(PayerClass.MEDICARE_ADVANTAGE),
            named.get(PayerClass.WORKERS_COMPENSATION),
            named.get(PayerClass.OTHER));
    return general == null ? targets : targets.orElse(ContractTargets.general(general));
  }

  private static BigDecimal once(@Nullable BigDecimal before, BigDecimal now, String word) {
    if (before != null) {
      throw new InputException(
          "--target %s comes beside another target of the same payers. Give one.".formatted(word));
    }
    return now;
  }

  private static PayerClass payerClass(String word, String name) {
    String key = name.toLowerCase(Locale.ROOT).replace('-', '_');
    if (BY_LAW.contains(key)) {
      throw new InputException(
          "--target %s: the law sets the rates of %s, so there is no target. Leave it out."
              .formatted(word, name));
    }
    if (!CLASSES.contains(key)) {
      throw new InputException(
          "--target %s: %s is not a payer class.%s The classes are %s."
              .formatted(word, name, NearestKey.hint(key, CLASSES), String.join(", ", CLASSES)));
    }
    return PayerClass.valueOf(key.toUpperCase(Locale.ROOT));
  }

  private static BigDecimal checked(String word, PayerClass payerClass, String said) {
    BigDecimal percent;
    try {
      percent = new BigDecimal(said.strip().replaceFirst("%$", ""));
    } catch (NumberFormatException e) {
      throw new InputException(
          "--target %s is not a number. Write 160 for 160 percent of Medicare, or commercial=160."
              .formatted(word),
          e);
    }
    if (DecimalPlaces.isBeyondUse(percent)) {
      throw new InputException("--target is beyond use. Write 160 for 160 percent of Medicare.");
    }
    String fault = ContractTargets.fault(payerClass, percent);
    if (!fault.isEmpty()) {
      throw new InputException("--target is " + fault);
    }
    return percent;
  }
}
