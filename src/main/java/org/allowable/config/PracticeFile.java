package org.allowable.config;

import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.allowable.config.Practice.Payer;
import org.allowable.config.Practice.PercentOfMedicare;
import org.allowable.model.InputException;

/** Reads a practice file and refuses one that contradicts itself. */
public final class PracticeFile {

  // A percent of Medicare outside these is 1.4 written for 140, or a slip of the keyboard.
  private static final BigDecimal LEAST_PERCENT = BigDecimal.valueOf(10);
  private static final BigDecimal MOST_PERCENT = BigDecimal.valueOf(2000);
  private static final int PERCENT_DECIMALS = 3;

  // CMS's own run from 0.2 to 2.
  private static final BigDecimal MOST_WAGE_INDEX = BigDecimal.TEN;
  private static final int WAGE_INDEX_DECIMALS = 4;

  private static final BigDecimal MOST_TARGET_DAYS = BigDecimal.valueOf(1000);
  private static final int TARGET_DECIMALS = 4;

  private static final int MOST_REPLY_DAYS = 365;

  private PracticeFile() {}

  /**
   * Reads a practice file.
   *
   * @throws InputException naming the line and key where the file is not as it must be
   */
  public static Practice read(Path file) {
    if (!Files.isRegularFile(file)) {
      throw new InputException(
          "There is no practice file " + file + ". Copy the commented example and name yours.");
    }
    Practice practice = YamlFile.read(file, Practice.class, "practice file");
    check(file, practice);
    return practice;
  }

  // Each of these is joined to lines: standing twice, it would count their money twice.
  private static void check(Path file, Practice practice) {
    Map<String, String> payers = new HashMap<>();
    Map<String, String> identifiers = new HashMap<>();
    Map<String, String> names = new HashMap<>();
    for (Payer payer : practice.payers()) {
      claim(file, payers, payer.name(), payer.name(), "payer");
      payer.identifiers().forEach(i -> claim(file, identifiers, i, payer.name(), "identifier"));
      payer.names().forEach(n -> claim(file, names, n, payer.name(), "name"));
      checkPercents(file, payer);
      checkPolicies(file, payer);
    }
    Map<String, String> physicians = new HashMap<>();
    practice.physicians().forEach(p -> claim(file, physicians, p.npi(), p.name(), "NPI"));
    checkFacilities(file, Objects.requireNonNull(practice.facilities()));
    checkRetraining(file, practice.retraining(), physicians.keySet());
    checkThresholds(file, practice.thresholds());
    checkTargets(file, practice.targets());
    checkContractTargets(file, practice.contractTargets());
    new ScorecardCheck(file, practice).run();
    int days = practice.letterhead().replyDays();
    if (days < 1 || days > MOST_REPLY_DAYS) {
      throw new InputException(
          "%s: letterhead has reply_days %d. Write days between 1 and %d, such as 30."
              .formatted(file, days, MOST_REPLY_DAYS));
    }
  }

  private static void checkContractTargets(Path file, ContractTargets targets) {
    targets
        .percents()
        .forEach(
            (payerClass, percent) -> {
              String fault = ContractTargets.fault(payerClass, percent);
              if (!fault.isEmpty()) {
                throw new InputException(
                    "%s: contract_targets has the %s target %s"
                        .formatted(file, payerClass.name().toLowerCase(Locale.ROOT), fault));
              }
            });
  }

  private static void checkTargets(Path file, MeasureTargets targets) {
    targets
        .rates()
        .forEach(
            (measure, rate) -> {
              if (rate.signum() < 0
                  || rate.compareTo(BigDecimal.ONE) > 0
                  || DecimalPlaces.isMoreThan(TARGET_DECIMALS, rate)) {
                throw new InputException(
                    "%s: targets has the %s %s. Write a rate between 0 and 1 with at most four decimals, such as 0.95 for 95 percent."
                        .formatted(file, measure, DecimalPlaces.inWords(rate)));
              }
            });
    targets
        .days()
        .forEach(
            (measure, days) -> {
              if (days.signum() < 0
                  || days.compareTo(MOST_TARGET_DAYS) > 0
                  || DecimalPlaces.isMoreThan(TARGET_DECIMALS, days)) {
                throw new InputException(
                    "%s: targets has the %s %s. Write days between 0 and %s with at most four decimals, such as 35."
                        .formatted(file, measure, DecimalPlaces.inWords(days), MOST_TARGET_DAYS));
              }
            });
  }

  private static void checkThresholds(Path file, Practice.Thresholds thresholds) {
    Map.of(
            "underpaid_amount", thresholds.underpaidAmount(),
            "underpaid_share", thresholds.underpaidShare(),
            "queue_amount", thresholds.queueAmount(),
            "queue_share", thresholds.queueShare())
        .forEach(
            (name, value) -> {
              if (value.signum() < 0) {
                throw new InputException(
                    "%s: thresholds: %s is below zero. Write 0 or more.".formatted(file, name));
              }
            });
  }

  private static void checkRetraining(
      Path file, Practice.Retraining retraining, Set<String> physicians) {
    if (retraining.denialRate().signum() <= 0
        || retraining.denialRate().compareTo(BigDecimal.ONE) >= 0) {
      throw new InputException(
          "%s: retraining has the denial_rate %s. Write a share between 0 and 1, such as 0.08 for 8 percent."
              .formatted(file, DecimalPlaces.inWords(retraining.denialRate())));
    }
    if (retraining.leastLines() < 1) {
      throw new InputException(
          "%s: retraining has least_lines %d. Write a number of lines of 1 or more."
              .formatted(file, retraining.leastLines()));
    }
    Map<String, String> trainings = new HashMap<>();
    for (int i = 0; i < retraining.trainings().size(); i++) {
      Practice.Training training = retraining.trainings().get(i);
      String place = "trainings[" + i + "]";
      if (!physicians.contains(training.physician().strip())) {
        throw new InputException(
            "%s: %s names an NPI that no physician of the file has. Correct it or add the physician."
                .formatted(file, place));
      }
      claim(
          file,
          trainings,
          training.physician() + " " + training.date() + " " + training.subject(),
          place,
          "training");
    }
  }

  private static void checkFacilities(Path file, List<Practice.Facility> facilities) {
    Map<String, String> owners = new HashMap<>();
    for (int i = 0; i < facilities.size(); i++) {
      Practice.Facility facility = facilities.get(i);
      String owner = "facilities[" + i + "]";
      claim(file, owners, facility.billingNpi(), owner, "billing_npi");
      checkWageIndex(file, owner, facility.wageIndex());
    }
  }

  private static void checkWageIndex(Path file, String facility, BigDecimal wageIndex) {
    if (wageIndex.signum() <= 0
        || wageIndex.compareTo(MOST_WAGE_INDEX) > 0
        || DecimalPlaces.isMoreThan(WAGE_INDEX_DECIMALS, wageIndex)) {
      throw new InputException(
          "%s: %s has the wage_index %s. Write CMS's, with at most four decimals, such as 1.0512."
              .formatted(file, facility, DecimalPlaces.inWords(wageIndex)));
    }
  }

  private static void claim(
      Path file, Map<String, String> owners, String key, String owner, String kind) {
    String other = owners.put(key.strip().toUpperCase(Locale.ROOT), owner);
    if (other != null) {
      throw new InputException(
          "%s: %s and %s claim the same %s. Give it to one of them."
              .formatted(file, other, owner, kind));
    }
  }

  private static void checkPolicies(Path file, Payer payer) {
    List<String> policies = payer.frequencyPolicies();
    if (policies != null && new HashSet<>(policies).size() < policies.size()) {
      throw new InputException(
          "%s: payer %s names a frequency policy twice. Name it once."
              .formatted(file, payer.name()));
    }
  }

  private static void checkPercents(Path file, Payer payer) {
    List<PercentOfMedicare> terms = payer.percentOfMedicare();
    for (PercentOfMedicare term : terms) {
      if (term.percent().compareTo(LEAST_PERCENT) < 0
          || term.percent().compareTo(MOST_PERCENT) > 0) {
        throw new InputException(
            "%s: payer %s has %s percent of Medicare. Write 140 for 140 percent."
                .formatted(file, payer.name(), DecimalPlaces.inWords(term.percent())));
      }
      if (DecimalPlaces.isMoreThan(PERCENT_DECIMALS, term.percent())) {
        throw new InputException(
            "%s: payer %s has %s percent of Medicare. Write at most three decimals."
                .formatted(file, payer.name(), DecimalPlaces.inWords(term.percent())));
      }
      if (term.to() != null && term.to().isBefore(term.from())) {
        throw new InputException(
            "%s: payer %s has a percent that ends before it starts, from %s to %s."
                .formatted(file, payer.name(), term.from(), term.to()));
      }
    }
    List<PercentOfMedicare> ordered =
        terms.stream().sorted(java.util.Comparator.comparing(PercentOfMedicare::from)).toList();
    for (int i = 1; i < ordered.size(); i++) {
      PercentOfMedicare before = ordered.get(i - 1);
      if (before.to() == null || !before.to().isBefore(ordered.get(i).from())) {
        throw new InputException(
            "%s: payer %s has two percents on %s. End one the day before the next starts."
                .formatted(file, payer.name(), ordered.get(i).from()));
      }
    }
  }
}
