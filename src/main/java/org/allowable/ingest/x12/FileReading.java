package org.allowable.ingest.x12;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * One reading of a file from its first segment to its last, each transaction given to who wants it.
 * A fault ends the transaction it stands in and nothing else.
 */
final class FileReading {

  /** Who wants a transaction. */
  @FunctionalInterface
  interface Recipient {

    /**
     * A transaction of claim data begins.
     *
     * @param ordinal its place among those of the file, from 0
     * @return null to pass over it
     */
    @Nullable Transaction begin(int ordinal, TransactionKind kind, Provenance provenance);
  }

  /**
   * A transaction of claim data, whole or not.
   *
   * @param ordinal its place among those of the file, from 0
   * @param identity by which it is known when it comes again; empty where it was not read whole
   * @param totals what it holds, as far as it was read
   * @param isInBalance whether its amounts add up on every level
   * @param warnings what was put right while it was read
   * @param fault why it cannot go in; null if it can
   */
  record Delivered(
      int ordinal,
      Provenance provenance,
      TransactionOutline outline,
      String identity,
      Totals totals,
      boolean isInBalance,
      List<Fault> warnings,
      @Nullable Fault fault) {

    /** The same, with a fault. */
    Delivered held(Fault why) {
      return new Delivered(
          ordinal, provenance, outline, identity, totals, isInBalance, warnings, why);
    }
  }

  /** What a file is read for. */
  enum Purpose {
    /** To find out what is in it, and whether it is right. */
    CHECK,
    /** To give away transactions that were found right. */
    WRITE
  }

  /** Characters that an element may have; the longest of a claim or remittance has 264. */
  static final int MOST_CHARACTERS = 10_000;

  private static final int QUALIFIER = 2;

  /** A transaction that has begun. */
  private static final class Open {
    private final int ordinal;
    private final Provenance provenance;
    private final TransactionOutline outline;
    private final @Nullable Transaction transaction;
    private final Enclosure enclosure;
    private final ContentHash content;
    private @Nullable Fault fault;

    Open(
        int ordinal,
        Provenance provenance,
        TransactionOutline outline,
        @Nullable Transaction transaction,
        ContentHash content,
        Enclosure enclosure) {
      this.ordinal = ordinal;
      this.provenance = provenance;
      this.outline = outline;
      this.transaction = transaction;
      this.content = content;
      this.enclosure = enclosure;
    }

    // What comes after a fault is counted, and the first fault is the one that is told.
    void fail(Fault found) {
      if (fault == null) {
        fault = found;
      }
    }
  }

  // The number of a transaction, its group and its interchange, from 1.
  private record Enclosure(int transaction, int group, int interchange) {}

  // One of many: it keeps nothing that was only needed to read it.
  private record Ended(Enclosure enclosure, Delivered delivered) {}

  private final String sourceFile;
  private final String fileSha256;
  private final Recipient recipient;
  private final Purpose purpose;
  private final Map<Integer, Integer> components;
  private final SetAside aside;
  private final ContentHash content = new ContentHash();
  private final Notices notices = new Notices();
  private final Envelope envelope = new Envelope(notices);
  private final List<Ended> ended = new ArrayList<>();
  private final List<Fault> faults = new ArrayList<>();
  private final Map<Integer, Integer> otherComponents = new TreeMap<>();
  private final Set<Integer> withNamedComponent = new HashSet<>();
  private @Nullable Delimiters delimiters;
  private @Nullable String passedOver;
  private boolean isInOther;
  private int ordinal;
  private @Nullable Open open;

  /**
   * A reading.
   *
   * @param components the separators of components in use where ISA16 names another, by the number
   *     of their interchange, from 1
   * @param aside takes which claims each transaction is about
   */
  FileReading(
      String sourceFile,
      String fileSha256,
      Purpose purpose,
      Recipient recipient,
      Map<Integer, Integer> components,
      SetAside aside) {
    this.sourceFile = sourceFile;
    this.fileSha256 = fileSha256;
    this.purpose = purpose;
    this.recipient = recipient;
    this.components = Map.copyOf(components);
    this.aside = aside;
  }

  /**
   * Reads the file.
   *
   * @return SHA-256 of the bytes read
   * @throws QuarantineException if it is no X12 file
   */
  String read(InputStream in) throws IOException {
    try (X12Reader reader = new X12Reader(in, notices, components)) {
      boolean isMore = true;
      while (isMore) {
        try {
          Segment segment = reader.next();
          isMore = segment != null;
          if (segment != null) {
            delimiters = reader.delimiters();
            accept(segment);
          }
        } catch (QuarantineException e) {
          broken(e);
        }
      }
      endEarly(
          Math.max(1, reader.segmentIndex()),
          FaultKind.CUT_OFF,
          "the file ends before its transaction does (no SE segment): it was cut off");
      envelope.abandon(Math.max(1, reader.segmentIndex()));
      return reader.fileSha256();
    }
  }

  /** The transactions of claim data, in order. */
  List<Delivered> delivered() {
    return ended.stream().map(this::judged).toList();
  }

  /** What cannot be read outside of any transaction. */
  List<Fault> faults() {
    return List.copyOf(faults);
  }

  /** What is amiss and loses nothing. */
  List<Notices.Notice> notices() {
    return notices.all();
  }

  /** What else the file holds, in words; null if there is nothing else. */
  @Nullable String passedOver() {
    return passedOver;
  }

  /**
   * The separators of components in use where ISA16 names another, by interchange, from 1. One that
   * works anywhere in its interchange is in use: a procedure with another is a fault of its own.
   */
  Map<Integer, Integer> componentsInUse() {
    Map<Integer, Integer> inUse = new TreeMap<>(otherComponents);
    inUse.keySet().removeAll(withNamedComponent);
    return inUse;
  }

  // An envelope is closed after what it holds, so only the whole file says what is in doubt.
  private Delivered judged(Ended one) {
    Delivered delivered = one.delivered();
    if (delivered.fault() != null || delivered.isInBalance()) {
      return delivered;
    }
    Enclosure in = one.enclosure();
    List<Notices.Notice> doubts = notices.about(in.transaction(), in.group(), in.interchange());
    if (doubts.isEmpty()) {
      return delivered;
    }
    Notices.Notice first = doubts.get(0);
    return delivered.held(
        new Fault(
            FaultKind.ENVELOPE,
            first.segmentIndex(),
            first.text() + ", and its amounts do not balance, so something may be missing"));
  }

  private void broken(QuarantineException e) {
    Open current = open;
    if (e.kind() == FaultKind.NOT_X12) {
      throw e;
    }
    if (e.kind() == FaultKind.HEADER) {
      faults.add(Fault.of(e));
    }
    if (current != null) {
      current.fail(Fault.of(e));
    } else if (e.kind() != FaultKind.HEADER && !isInOther) {
      outside(e);
    }
  }

  // Whole transactions may be in what cannot be read; but behind the last IEA nothing is missed.
  private void outside(QuarantineException e) {
    String reason = "outside of any transaction: " + e.reason();
    if (envelope.hasInterchange() || e.kind() != FaultKind.ENVELOPE) {
      faults.add(new Fault(e.kind(), e.segmentIndex(), reason));
    } else {
      notices.ofNothing(e.segmentIndex(), reason);
    }
  }

  private void accept(Segment segment) throws IOException {
    switch (segment.tag()) {
      case "ISA" -> {
        endEarly(segment, "an interchange (ISA) begins before the last transaction has ended (SE)");
        envelope.abandon(segment.index());
        envelope.openInterchange(segment);
      }
      case "GS" -> {
        endEarly(segment, "a group (GS) begins before the last transaction has ended (SE)");
        envelope.openGroup(segment);
      }
      case "ST" -> {
        endEarly(segment, "a transaction (ST) begins before the last one has ended (SE)");
        begin(segment);
      }
      case "SE" -> finish(segment);
      case "GE" -> {
        endEarly(segment, "a group ends (GE) before its transaction has (SE)");
        envelope.closeGroup(segment);
      }
      case "IEA" -> {
        endEarly(segment, "an interchange ends (IEA) before its transaction has (SE)");
        envelope.closeInterchange(segment);
      }
      default -> content(segment);
    }
  }

  private void begin(Segment st) {
    envelope.openTransaction(st);
    TransactionKind kind = TransactionKind.of(st);
    isInOther = kind == TransactionKind.OTHER;
    if (isInOther) {
      passedOver = "transactions other than 835 and 837";
      return;
    }
    String guide = envelope.guide(st);
    String refusal = kind.refusal(guide);
    Open begun = begin(kind, st, refusal == null);
    if (refusal != null) {
      begun.fail(new Fault(FaultKind.GUIDE, st.index(), refusal));
    } else if (guide.isEmpty() && !envelope.hasGroup()) {
      begun.fail(
          new Fault(
              FaultKind.ENVELOPE, st.index(), "a transaction (ST) begins outside a group (GS)"));
    }
  }

  private Open begin(TransactionKind kind, Segment st, boolean isRead) {
    Provenance provenance = Provenance.of(sourceFile, fileSha256, envelope, st);
    Transaction taken = recipient.begin(ordinal, kind, provenance);
    String code = st.tag().equals("ST") ? st.required(1) : "";
    // What a transaction that was not ended left behind is of no other's hash.
    content.end();
    Open begun =
        new Open(
            ordinal,
            provenance,
            new TransactionOutline(code),
            isRead ? taken : null,
            content,
            new Enclosure(notices.transaction(), notices.group(), notices.interchange()));
    open = begun;
    ordinal++;
    return begun;
  }

  private void content(Segment segment) throws IOException {
    Open current = open;
    if (current == null) {
      outside(segment);
      return;
    }
    boolean isCheck = purpose == Purpose.CHECK;
    if (isCheck) {
      current.outline.accept(segment);
      noteSeparator(segment);
    }
    if (current.transaction == null || current.fault != null) {
      return;
    }
    try {
      if (isCheck) {
        segment.requireElementsUpTo(MOST_CHARACTERS);
        segment.addTo(current.content);
      }
      current.transaction.accept(segment);
    } catch (QuarantineException e) {
      current.fail(Fault.of(e));
    } catch (ArithmeticException e) {
      current.fail(tooLarge(segment.index()));
    }
  }

  // A transaction that has lost its ST is held as one, so that its money is counted.
  private void outside(Segment segment) {
    if (isInOther || segment.tag().equals("TA1")) {
      return;
    }
    notices.beginTransaction();
    Open begun = begin(TransactionKind.REMITTANCE, segment, false);
    begun.outline.accept(segment);
    begun.fail(
        new Fault(
            FaultKind.ENVELOPE, segment.index(), "a segment stands outside a transaction (ST)"));
  }

  // The qualifier of a procedure has two characters, and what follows it separates components.
  private void noteSeparator(Segment segment) {
    Delimiters named = delimiters;
    if (named == null || !(segment.tag().equals("SVC") || segment.tag().equals("SV1"))) {
      return;
    }
    if (segment.component(1, 2) != null) {
      if (QUALIFIER == String.valueOf(segment.component(1, 1)).length()) {
        withNamedComponent.add(notices.interchange());
      }
      return;
    }
    String procedure = segment.text(1);
    if (procedure == null || procedure.length() <= QUALIFIER + 1) {
      return;
    }
    char after = procedure.charAt(QUALIFIER);
    if (after < 0x80 && after > ' ' && !Character.isLetterOrDigit(after)) {
      otherComponents.putIfAbsent(notices.interchange(), (int) after);
    }
  }

  private void finish(Segment se) throws IOException {
    Open current = open;
    if (current == null && !isInOther) {
      notices.ofNothing(se.index(), "SE ends something that has not begun");
      return;
    }
    envelope.closeTransaction(se);
    isInOther = false;
    if (current != null) {
      end(current, se.index());
    }
  }

  private void endEarly(Segment by, String reason) throws IOException {
    endEarly(by.index(), FaultKind.CUT_OFF, reason);
  }

  private void endEarly(int segmentIndex, FaultKind kind, String reason) throws IOException {
    Open current = open;
    if (current != null) {
      current.fail(new Fault(kind, segmentIndex, reason));
      end(current, segmentIndex);
    }
    isInOther = false;
    envelope.closeTransaction(null);
  }

  private void end(Open finished, int segmentIndex) throws IOException {
    open = null;
    Transaction transaction = finished.transaction;
    String identity = "";
    if (transaction != null && finished.fault == null) {
      try {
        transaction.end(segmentIndex);
        identity = transaction.identity(Hashes.identity(finished.content));
      } catch (QuarantineException e) {
        finished.fail(Fault.of(e));
      } catch (ArithmeticException e) {
        finished.fail(tooLarge(segmentIndex));
      }
    }
    if (purpose == Purpose.WRITE) {
      return;
    }
    finished.outline.setAside(aside);
    Transaction whole = finished.fault == null ? transaction : null;
    ended.add(
        new Ended(
            finished.enclosure,
            new Delivered(
                finished.ordinal,
                finished.provenance,
                finished.outline,
                identity,
                transaction == null ? new Totals() : transaction.totals(),
                whole != null && whole.isInBalance(),
                whole == null ? List.of() : whole.warnings(),
                finished.fault)));
  }

  private static Fault tooLarge(int segmentIndex) {
    return new Fault(
        FaultKind.CONTENT, segmentIndex, "a sum of amounts up to here is too large for a claim");
  }
}
