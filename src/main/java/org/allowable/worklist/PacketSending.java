package org.allowable.worklist;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Claims that went to their payer in packets, as edits of the worklist: those that somebody would
 * make who sets each to sent in its workbook.
 *
 * @param claims each once
 * @param sentDate when they went
 */
public record PacketSending(List<SentClaim> claims, LocalDate sentDate) {

  // Whatever stands in the cell of a conflict: it is not settled by sending.
  private static final String UNSETTLED = "as it was";

  /**
   * A claim of a packet.
   *
   * @param row of the worklist
   * @param claimId as lists show it
   * @param cause that its letter is about
   * @param disputedAmount in US dollars, expected less allowed
   */
  public record SentClaim(
      WorklistRow row, String claimId, String cause, BigDecimal disputedAmount) {}

  /**
   * What is marked.
   *
   * @param claims that were new or in review
   * @param events edits to be recorded, in order
   * @param isKnown whether these very packets were marked before
   */
  public record Marked(List<SentClaim> claims, List<WorklistEvent> events, boolean isKnown) {

    /** What they dispute, in US dollars. */
    public BigDecimal disputedAmount() {
      return claims.stream()
          .map(SentClaim::disputedAmount)
          .reduce(BigDecimal.ZERO, BigDecimal::add);
    }
  }

  /** Keeps its own claims. */
  public PacketSending {
    claims = List.copyOf(claims);
  }

  /**
   * Marks those that are new or in review as sent; one that was sent, settled or is not valid stays
   * as it is.
   *
   * @param source what the packets are, for complaints
   * @param sourceSha256 of the packets: the same are marked once
   * @param now the time
   */
  public Marked in(WorklistHistory recorded, String source, String sourceSha256, Instant now) {
    List<SentClaim> open =
        claims.stream().filter(claim -> isOpen(standing(recorded, claim.row()))).toList();
    List<EditedRow> rows = new ArrayList<>();
    open.forEach(claim -> rows.add(row(claim, recorded)));
    WorklistUpdate.Additions found =
        new WorklistUpdate(source, sourceSha256, null, now, sentDate).by(rows, recorded);
    return new Marked(found.isKnownFile() ? List.of() : open, found.events(), found.isKnownFile());
  }

  private static @Nullable String standing(WorklistHistory recorded, WorklistRow row) {
    return value(recorded, row, WorklistField.STATUS);
  }

  private static boolean isOpen(@Nullable String status) {
    return status == null
        || status.equals(WorklistStatus.NEW.name())
        || status.equals(WorklistStatus.IN_REVIEW.name());
  }

  private static @Nullable String value(
      WorklistHistory recorded, WorklistRow row, WorklistField field) {
    WorklistEvent standing = recorded.standing(row, field, Integer.MAX_VALUE);
    return standing == null ? null : standing.value();
  }

  // All cells as they stand, but for the two of who sends it.
  private EditedRow row(SentClaim claim, WorklistHistory recorded) {
    Map<WorklistField, String> cells = new EnumMap<>(WorklistField.class);
    for (WorklistField field : WorklistField.VALUES) {
      cells.put(field, Objects.requireNonNullElse(value(recorded, claim.row(), field), ""));
    }
    cells.put(WorklistField.STATUS, WorklistStatus.SENT.label());
    cells.put(WorklistField.SENT, sentDate.toString());
    cells.put(WorklistField.SETTLED, UNSETTLED);
    return new EditedRow(
        "claim",
        new WorklistKey(
            claim.row(), claim.claimId(), "", claim.cause(), recorded.last(), recorded.lastId()),
        cells);
  }
}
