package org.allowable.ingest.x12;

import static org.allowable.model.Warehouse.CLAIM_LINE;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Claims as they went in, each with its lines counted: whether a claim transaction that was held
 * came whole by another way.
 */
final class SentClaims {

  /** The payer that a held claim is taken to be for where the warehouse does not say it. */
  static final String PRIMARY = "P";

  // One claim of one transaction.
  private record Sent(String payer, LocalDate date, int lines, BigDecimal charges) {

    Sent withLine() {
      return new Sent(payer, date, lines + 1, charges);
    }
  }

  // By CLM01, and by submission_id within it.
  private final Map<String, Map<String, Sent>> claims = new HashMap<>();

  /** Takes a row of claim_line. */
  void add(@Nullable Object[] line) {
    LocalDate date = (LocalDate) line[CLAIM_LINE.indexOf("submitted_date")];
    String payer = (String) line[CLAIM_LINE.indexOf("payer_responsibility_code")];
    BigDecimal charges = (BigDecimal) line[CLAIM_LINE.indexOf("claim_charge_amount")];
    Sent none =
        new Sent(
            Objects.requireNonNullElse(payer, ""),
            Objects.requireNonNullElse(date, LocalDate.MIN),
            0,
            Objects.requireNonNullElse(charges, BigDecimal.ZERO));
    claims
        .computeIfAbsent(
            String.valueOf(line[CLAIM_LINE.indexOf("claim_id")]), id -> new LinkedHashMap<>())
        .compute(
            String.valueOf(line[CLAIM_LINE.indexOf("submission_id")]),
            (id, sent) -> (sent == null ? none : sent).withLine());
  }

  /**
   * Whether each of the claims of a transaction was sent on its day or later, to the same one of
   * its payers, and whether together they have the transaction's lines and no lower charges. Of
   * several such submissions of a claim the last counts.
   *
   * @param payers SBR01 by CLM01
   * @param since the day of the transaction; null if it is not known
   * @param lines lines of the transaction
   * @param isWhole whether these are all its lines; else there may be more
   * @param charges what it charges, as far as it could be read; null if that makes no sense
   */
  boolean cover(
      Map<String, String> payers,
      @Nullable LocalDate since,
      int lines,
      boolean isWhole,
      @Nullable BigDecimal charges) {
    int found = 0;
    BigDecimal charged = BigDecimal.ZERO;
    for (Map.Entry<String, String> wanted : payers.entrySet()) {
      Sent last = last(wanted.getKey(), wanted.getValue(), since);
      if (last == null) {
        return false;
      }
      found += last.lines();
      charged = charged.add(last.charges());
    }
    return !payers.isEmpty()
        && (found == lines || (!isWhole && found > lines))
        && (charges == null || charged.compareTo(charges) >= 0);
  }

  private @Nullable Sent last(String claimId, String payer, @Nullable LocalDate since) {
    List<Sent> sent = List.copyOf(claims.getOrDefault(claimId, Map.of()).values());
    return sent.stream()
        .filter(one -> one.payer().equals(payer))
        .filter(one -> since == null || !one.date().isBefore(since))
        .reduce((one, next) -> next.date().isBefore(one.date()) ? one : next)
        .orElse(null);
  }
}
