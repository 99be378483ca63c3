package org.allowable.ingest.x12;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import org.jspecify.annotations.Nullable;

/**
 * The envelopes of a file: interchange, group, transaction. Notices where one is not closed in
 * order, with the control number that opened it and the count of what it held.
 */
final class Envelope {

  private static final DateTimeFormatter INTERCHANGE_DAY = DateTimeFormatter.ofPattern("yyMMdd");

  private final Notices notices;
  private @Nullable Segment interchange;
  private @Nullable Segment group;
  private @Nullable Segment transaction;
  // Kept, because every transaction has them.
  private @Nullable String interchangeControlNumber;
  private @Nullable String groupControlNumber;
  private @Nullable String version;
  private @Nullable LocalDate madeDate;
  private int groups;
  private int transactions;

  Envelope(Notices notices) {
    this.notices = notices;
  }

  /** ISA13 of the open interchange. */
  @Nullable String interchangeControlNumber() {
    return interchangeControlNumber;
  }

  /** GS06 of the open group. */
  @Nullable String groupControlNumber() {
    return groupControlNumber;
  }

  /** The implementation guide of a transaction: its ST03, else the GS08 of its group. */
  String guide(Segment st) {
    String own = st.text(3);
    return own != null ? own : version != null ? version : "";
  }

  /** GS08, the version of the open group. */
  @Nullable String version() {
    return version;
  }

  /** The day on which the file says it was made: GS04, else ISA09. */
  @Nullable LocalDate madeDate() {
    return madeDate;
  }

  private @Nullable LocalDate readMadeDate() {
    LocalDate day = group == null ? null : group.dateOrNull(4);
    String text = interchange == null ? null : interchange.text(9);
    if (day != null || text == null) {
      return day;
    }
    try {
      return LocalDate.parse(text, INTERCHANGE_DAY);
    } catch (DateTimeParseException e) {
      return null;
    }
  }

  /** Whether an interchange is open. */
  boolean hasInterchange() {
    return interchange != null;
  }

  /** Whether a group is open. */
  boolean hasGroup() {
    return group != null;
  }

  /** Takes ISA. */
  void openInterchange(Segment isa) {
    begin(isa, group);
    groups = 0;
  }

  /** Takes GS. */
  void openGroup(Segment gs) {
    if (group != null) {
      notices.ofGroup(gs.index(), "a group (GS) begins before the last one has ended (GE)");
    }
    notices.beginGroup();
    if (interchange == null) {
      notices.ofGroup(gs.index(), "a group (GS) begins outside an interchange (ISA)");
    }
    begin(interchange, gs);
    groups++;
    transactions = 0;
  }

  /** Takes ST. */
  void openTransaction(Segment st) {
    notices.beginTransaction();
    if (group == null) {
      notices.ofTransaction(st.index(), "a transaction (ST) begins outside a group (GS)");
    }
    transaction = st;
    transactions++;
  }

  /** Takes SE, or null where it is missing. */
  void closeTransaction(@Nullable Segment se) {
    Segment st = transaction;
    if (st != null && se != null) {
      count(se, se.index() - st.index() + 1, "segments of the transaction");
      number(se, st, 2);
    }
    transaction = null;
    notices.endTransaction();
  }

  /** Takes GE. */
  void closeGroup(Segment ge) {
    Segment gs = group;
    if (gs == null) {
      notices.ofNothing(ge.index(), "GE ends something that has not begun");
      return;
    }
    count(ge, transactions, "transactions of the group");
    number(ge, gs, 6);
    begin(interchange, null);
    notices.endGroup();
  }

  /** Takes IEA. */
  void closeInterchange(Segment iea) {
    Segment isa = interchange;
    if (isa == null) {
      notices.ofNothing(iea.index(), "IEA ends something that has not begun");
      return;
    }
    if (group != null) {
      notices.ofGroup(iea.index(), "an interchange ends (IEA) before its group has (GE)");
      begin(interchange, null);
      notices.endGroup();
    }
    count(iea, groups, "groups of the interchange");
    number(iea, isa, 13);
    begin(null, null);
  }

  /**
   * Ends what is open: the file ends, or another interchange begins.
   *
   * @param segmentIndex the last segment that was read
   */
  void abandon(int segmentIndex) {
    if (interchange != null) {
      notices.ofInterchange(segmentIndex, "the interchange is not ended (no complete IEA segment)");
    } else if (group != null) {
      notices.ofGroup(segmentIndex, "the group is not ended (no complete GE segment)");
    }
    begin(null, null);
    notices.endGroup();
  }

  // What is open from here on, and what that says of its transactions.
  private void begin(@Nullable Segment isa, @Nullable Segment gs) {
    interchange = isa;
    group = gs;
    interchangeControlNumber = isa == null ? null : isa.text(13);
    groupControlNumber = gs == null ? null : gs.text(6);
    version = gs == null ? null : gs.text(8);
    madeDate = readMadeDate();
  }

  private void count(Segment trailer, int counted, String what) {
    Integer stated = trailer.integerOrNull(1);
    if (stated == null) {
      place(trailer, trailer.tag() + "01 is not a whole number");
    } else if (stated != counted) {
      place(
          trailer,
          trailer.tag() + "01 says " + stated + " " + what + ", but " + counted + " were found");
    }
  }

  private void number(Segment trailer, Segment header, int element) {
    String stated = trailer.text(2);
    if (stated == null || !stated.equals(header.text(element))) {
      place(
          trailer,
          trailer.tag() + "02 is not the control number of the " + header.tag() + " that began it");
    }
  }

  private void place(Segment trailer, String text) {
    switch (trailer.tag()) {
      case "SE" -> notices.ofTransaction(trailer.index(), text);
      case "GE" -> notices.ofGroup(trailer.index(), text);
      default -> notices.ofInterchange(trailer.index(), text);
    }
  }
}
