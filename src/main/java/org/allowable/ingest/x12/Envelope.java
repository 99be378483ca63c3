package org.allowable.ingest.x12;

import org.jspecify.annotations.Nullable;

/**
 * The envelopes of a file: interchange, group, transaction. Checks that each is closed in order,
 * with the control number that opened it and the count of what it held.
 */
final class Envelope {

  private @Nullable Segment interchange;
  private @Nullable Segment group;
  private @Nullable Segment transaction;
  private int groups;
  private int transactions;

  /** ISA13 of the open interchange. */
  @Nullable String interchangeControlNumber() {
    return interchange == null ? null : interchange.text(13);
  }

  /** GS06 of the open group. */
  @Nullable String groupControlNumber() {
    return group == null ? null : group.text(6);
  }

  /** The implementation guide of a transaction: its ST03, else the GS08 of its group. */
  String guide(Segment st) {
    String own = st.text(3);
    String groups = group == null ? null : group.text(8);
    return own != null ? own : groups != null ? groups : "";
  }

  /** GS08, the version of the open group. */
  @Nullable String version() {
    return group == null ? null : group.text(8);
  }

  /**
   * Takes a segment, control or not.
   *
   * @throws QuarantineException if it may not stand here, or does not close what is open
   */
  void accept(Segment segment) {
    switch (segment.tag()) {
      case "ISA" -> openInterchange(segment);
      case "GS" -> openGroup(segment);
      case "ST" -> openTransaction(segment);
      case "SE" -> closeTransaction(segment);
      case "GE" -> closeGroup(segment);
      case "IEA" -> closeInterchange(segment);
      default -> content(segment);
    }
  }

  private void openInterchange(Segment isa) {
    require(interchange == null, isa, "an interchange begins before the last one has ended");
    interchange = isa;
    groups = 0;
  }

  private void openGroup(Segment gs) {
    require(interchange != null && group == null, gs, "a group (GS) begins outside its place");
    group = gs;
    groups++;
    transactions = 0;
  }

  private void openTransaction(Segment st) {
    require(
        group != null && transaction == null, st, "a transaction (ST) begins outside its place");
    transaction = st;
    transactions++;
  }

  private void closeTransaction(Segment se) {
    Segment st = open(transaction, se);
    count(se, se.index() - st.index() + 1, "segments of the transaction");
    number(se, st, 2);
    transaction = null;
  }

  private void closeGroup(Segment ge) {
    Segment gs = open(group, ge);
    require(transaction == null, ge, "a group ends (GE) before its transaction has");
    count(ge, transactions, "transactions of the group");
    number(ge, gs, 6);
    group = null;
  }

  private void closeInterchange(Segment iea) {
    Segment isa = open(interchange, iea);
    require(group == null, iea, "an interchange ends (IEA) before its group has");
    count(iea, groups, "groups of the interchange");
    number(iea, isa, 13);
    interchange = null;
  }

  private void content(Segment segment) {
    boolean isAcknowledgement = segment.tag().equals("TA1") && interchange != null && group == null;
    require(
        transaction != null || isAcknowledgement,
        segment,
        "a segment stands outside a transaction");
  }

  private static Segment open(@Nullable Segment header, Segment trailer) {
    if (header == null) {
      throw new QuarantineException(
          trailer.index(), trailer.tag() + " ends something that has not begun");
    }
    return header;
  }

  private static void count(Segment trailer, int counted, String what) {
    int stated = trailer.integer(1, trailer.required(1));
    if (stated != counted) {
      throw trailer.fault(
          1,
          "says "
              + stated
              + " "
              + what
              + ", but "
              + counted
              + " were found: the file is not as it was sent");
    }
  }

  private static void number(Segment trailer, Segment header, int element) {
    if (!trailer.required(2).equals(header.text(element))) {
      throw trailer.fault(2, "is not the control number of the " + header.tag() + " that began it");
    }
  }

  private static void require(boolean holds, Segment segment, String otherwise) {
    if (!holds) {
      throw new QuarantineException(segment.index(), otherwise);
    }
  }
}
