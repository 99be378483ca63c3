package org.allowable.contract;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.allowable.config.YamlNode;
import org.allowable.contract.Contract.Escalator;
import org.allowable.contract.Contract.Ladder;
import org.allowable.contract.Contract.LesserOf;
import org.allowable.contract.Contract.Method;
import org.allowable.contract.Contract.NamedPercent;
import org.allowable.contract.Contract.ScheduleFee;
import org.allowable.contract.Contract.Term;
import org.allowable.model.InputException;
import org.jspecify.annotations.Nullable;

/** Reads a contract file and the fee schedules that it names. */
final class ContractFile {

  private static final List<String> KEYS =
      List.of(
          "contract",
          "name",
          "from",
          "to",
          "renewal_date",
          "notice_days",
          "is_proposal",
          "lesser_of",
          "multiple_procedures",
          "modifiers",
          "credentials",
          "escalators",
          "terms",
          "unlisted");

  private static final List<String> ESCALATOR_KEYS =
      List.of("from", "percent", "every", "compounding", "applies_to");
  private static final List<String> RAISED =
      List.of("percent_of_medicare", "fee_schedule", "fixed_amount");
  private static final BigDecimal MOST_NOTICE_DAYS = BigDecimal.valueOf(1000);

  private static final Pattern ID = Pattern.compile("[a-z0-9][a-z0-9-]{0,63}");
  private static final Pattern MODIFIER = Pattern.compile("[A-Z0-9]{2}");
  private static final Pattern CREDENTIAL = Pattern.compile("[a-z][a-z_]*");

  private final Path file;
  private final YamlSection section;

  private ContractFile(Path file) {
    this.file = file;
    this.section = YamlSection.of(file, YamlNode.read(file), KEYS);
  }

  /**
   * Reads a contract.
   *
   * @throws InputException naming file, line and reason where it is not one
   */
  static Contract read(Path file) {
    return new ContractFile(file).contract();
  }

  private Contract contract() {
    String id = section.text("contract");
    if (!ID.matcher(id).matches()) {
      throw section
          .location("contract")
          .wrong("contract must be small letters, digits and hyphens, such as blue-harbor-2026.");
    }
    Period period = section.period(null);
    List<Term> terms = terms(period);
    return new Contract(
        id,
        section.text("name"),
        period,
        LesserOf.valueOf(
            section
                .oneOf("lesser_of", List.of("none", "line", "claim"), "")
                .toUpperCase(Locale.ROOT)),
        ladder(),
        ownLadder(),
        section.flag("is_proposal", false),
        percents("modifiers", MODIFIER, "a modifier in quotes, such as \"50\""),
        percents("credentials", CREDENTIAL, "a credential in small letters, such as np"),
        escalators(period),
        terms,
        renewalDate(period),
        noticeDays(period),
        schedules(terms, period),
        section.location("contract"));
  }

  private @Nullable LocalDate renewalDate(Period period) {
    if (!section.has("renewal_date")) {
      return null;
    }
    LocalDate date = section.date("renewal_date");
    if (date.isBefore(period.from())) {
      throw section
          .location("renewal_date")
          .wrong("the contract renews before it starts. Write the next renewal.");
    }
    return date;
  }

  private @Nullable Integer noticeDays(Period period) {
    if (!section.has("notice_days")) {
      return null;
    }
    BigDecimal days = section.number("notice_days", 0);
    if (days.signum() < 0 || days.compareTo(MOST_NOTICE_DAYS) > 0) {
      throw section
          .location("notice_days")
          .wrong("notice_days must be days from 0 to %s, such as 90.".formatted(MOST_NOTICE_DAYS));
    }
    if (!section.has("renewal_date") && period.to() == null) {
      throw section
          .location("notice_days")
          .wrong("notice_days needs the renewal_date, or the contract's end (to).");
    }
    return days.intValueExact();
  }

  private Ladder ladder() {
    if (section.node("multiple_procedures") instanceof YamlNode.Sequence) {
      return Ladder.OWN;
    }
    String word = section.oneOf("multiple_procedures", List.of("medicare", "none"), "");
    return Ladder.valueOf(word.toUpperCase(Locale.ROOT));
  }

  private List<BigDecimal> ownLadder() {
    List<BigDecimal> percents = new ArrayList<>();
    if (section.node("multiple_procedures") instanceof YamlNode.Sequence sequence) {
      for (YamlNode item : sequence.items()) {
        BigDecimal percent = YamlSection.number(file, item, "a rank's percent", 3);
        percents.add(
            PercentKind.OF_RANK.checked(
                percent, YamlSection.location(file, item), "a rank's percent"));
      }
      if (percents.isEmpty()) {
        throw section.location("multiple_procedures").wrong("the ladder has no percent.");
      }
    }
    return percents;
  }

  private List<NamedPercent> percents(String key, Pattern form, String expected) {
    List<NamedPercent> percents = new ArrayList<>();
    if (!section.has(key)) {
      return percents;
    }
    if (!(section.node(key) instanceof YamlNode.Mapping mapping)) {
      throw section.location(key).wrong(key + " must be names with their percents.");
    }
    for (Map.Entry<String, YamlNode> entry : mapping.entries().entrySet()) {
      FileLocation location = YamlSection.location(file, entry.getValue());
      String name = entry.getKey();
      if (!form.matcher(name).matches()) {
        throw location.wrong("%s has a name that is not %s.".formatted(key, expected));
      }
      BigDecimal percent = YamlSection.number(file, entry.getValue(), "the percent of " + name, 3);
      percents.add(
          new NamedPercent(
              name,
              PercentKind.OF_PRICE.checked(percent, location, "the percent of " + name),
              location));
    }
    return percents;
  }

  private List<Escalator> escalators(Period period) {
    List<Escalator> escalators = new ArrayList<>();
    for (YamlNode node : section.items("escalators")) {
      YamlSection item = YamlSection.of(file, node, ESCALATOR_KEYS);
      boolean isYearly = item.oneOf("every", List.of("year", "once"), "").equals("year");
      Escalator escalator =
          new Escalator(
              item.date("from"),
              item.percent("percent", PercentKind.INCREASE),
              isYearly,
              item.flag("compounding", true),
              methods(item),
              item.location());
      if (!period.contains(escalator.from())) {
        throw item.location("from").wrong("the increase starts on a day outside the contract's.");
      }
      escalators.add(escalator);
    }
    return escalators;
  }

  private Set<Method> methods(YamlSection item) {
    Set<Method> methods = new TreeSet<>();
    item.node("applies_to");
    for (YamlNode node : item.items("applies_to")) {
      String word = String.valueOf(YamlSection.text(file, node, "applies_to"));
      if (!RAISED.contains(word)) {
        throw YamlSection.wrong(
            file, node, "applies_to must be some of " + String.join(", ", RAISED) + ".");
      }
      methods.add(Method.valueOf(word.toUpperCase(Locale.ROOT)));
    }
    return methods;
  }

  private List<Term> terms(Period period) {
    List<Term> terms = new ArrayList<>();
    for (YamlNode node : section.items("terms")) {
      terms.add(TermReader.term(file, node, terms.size() + 1, period));
    }
    if (terms.isEmpty()) {
      throw section.location().wrong("the contract has no terms.");
    }
    if (section.has("unlisted")) {
      terms.add(TermReader.unlisted(file, section.node("unlisted"), terms.size() + 1, period));
    }
    return terms;
  }

  private Map<String, List<ScheduleFee>> schedules(List<Term> terms, Period period) {
    Map<String, List<ScheduleFee>> schedules = new HashMap<>();
    for (Term term : terms) {
      String name = term.schedule();
      if (name != null && !schedules.containsKey(name)) {
        schedules.put(
            name, FeeScheduleFile.read(file.resolveSibling(name), term.location(), period));
      }
    }
    return schedules;
  }
}
