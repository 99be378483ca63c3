package org.allowable.ingest.x12;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The CAS segments of one claim or one line, in the order sent. */
final class Adjustments {

  static final BigDecimal ZERO = new BigDecimal("0.00");

  // CAS01 is the group; then up to six triplets of reason, amount and quantity.
  private static final int LAST_ELEMENT = 19;

  private record Adjustment(
      String group, String reason, BigDecimal amount, @Nullable BigDecimal quantity) {}

  private final String level;
  private final List<Adjustment> adjustments = new ArrayList<>();
  private BigDecimal total = ZERO;

  /**
   * None yet.
   *
   * @param level CLAIM or LINE
   */
  Adjustments(String level) {
    this.level = level;
  }

  /** Takes a CAS segment. */
  void accept(Segment cas) {
    String group = cas.required(1);
    if (cas.size() > LAST_ELEMENT) {
      throw cas.fault(LAST_ELEMENT + 1, "stands after the six adjustments a CAS may hold");
    }
    for (int i = 2; i <= cas.size(); i += 3) {
      if (cas.text(i) != null || cas.text(i + 1) != null || cas.text(i + 2) != null) {
        Adjustment sent =
            new Adjustment(group, cas.required(i), cas.requiredAmount(i + 1), cas.quantity(i + 2));
        adjustments.add(sent);
        total = total.add(sent.amount());
      }
    }
  }

  boolean isEmpty() {
    return adjustments.isEmpty();
  }

  /** Sum of all amounts, US dollars. */
  BigDecimal total() {
    return total;
  }

  /** Sum of the amounts of group PR with a reason, US dollars. */
  BigDecimal patientShare(String reason) {
    BigDecimal share = ZERO;
    for (Adjustment a : adjustments) {
      if (a.group().equals("PR") && a.reason().equals(reason)) {
        share = share.add(a.amount());
      }
    }
    return share;
  }

  /** As the warehouse's array of structs. */
  List<@Nullable Object[]> rows() {
    List<@Nullable Object[]> rows = new ArrayList<>(adjustments.size());
    for (Adjustment a : adjustments) {
      rows.add(
          new @Nullable Object[] {
            level, a.group(), a.reason(), a.amount(), a.quantity(), rows.size() + 1
          });
    }
    return rows;
  }
}
