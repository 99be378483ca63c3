package org.allowable.report.comparison;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.allowable.report.ColumnBook;
import org.allowable.report.Formula;
import org.jspecify.annotations.Nullable;

/**
 * What is aimed at, by payer class. Each negotiated class has a cell of its own on the Assumptions
 * sheet, empty where it has no target; Medicare and Medicaid have none, and neither has a payer
 * that the practice file does not know.
 *
 * @param payerClasses each payer's class, as the practice file writes it
 * @param multiples targets by class; 1 is Medicare
 */
public record PayerTargets(Map<String, String> payerClasses, Map<String, BigDecimal> multiples) {

  private static final String CELL = "target_";
  private static final Set<String> BY_LAW = Set.of("medicare", "medicaid");
  private static final List<String> NEGOTIATED =
      List.of("commercial", "medicare_advantage", "workers_compensation", "other");

  /** Keeps its own maps, in order. */
  public PayerTargets {
    payerClasses = Collections.unmodifiableMap(new TreeMap<>(payerClasses));
    multiples = Collections.unmodifiableMap(new LinkedHashMap<>(multiples));
  }

  /** Whether the law sets a payer's rates. */
  boolean isByLaw(String payer) {
    return BY_LAW.contains(classOf(payer));
  }

  /** A payer's class; empty for one that the practice file does not know. */
  String classOf(String payer) {
    return payerClasses.getOrDefault(payer, "");
  }

  /** The classes that can have a target, of the practice's payers, in order. */
  List<String> classes() {
    return NEGOTIATED.stream().filter(payerClasses::containsValue).toList();
  }

  /** The name of a class's cell. */
  static String cell(String payerClass) {
    return CELL + payerClass;
  }

  /** A payer's target as the run had it; null without one. */
  @Nullable BigDecimal multiple(String payer) {
    return multiples.get(classOf(payer));
  }

  /** A payer's target as the reader leaves it; null where it cannot have one. */
  @Nullable Formula target(String payer) {
    String payerClass = classOf(payer);
    return NEGOTIATED.contains(payerClass) ? Formula.input(cell(payerClass)) : null;
  }

  /** What a payer's target would add to a row of a table; null where it cannot have one. */
  @Nullable Formula gap(String payer) {
    Formula target = target(payer);
    return target == null
        ? null
        : Formula.column(ColumnBook.header("medicare_amount"))
            .times(target)
            .minus(Formula.column(ColumnBook.header("allowed_amount")))
            .toTheCent();
  }
}
