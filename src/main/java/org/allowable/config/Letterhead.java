package org.allowable.config;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What letters to payers say of the practice. What is not said is a blank to fill in.
 *
 * @param address its lines
 * @param phone as letters print it
 * @param taxId TIN of the practice
 * @param signer who signs
 * @param signerTitle what that person is
 * @param replyDays days from the letter in which an answer is asked for; 30 where not said
 */
public record Letterhead(
    @Nullable List<String> address,
    @Nullable String phone,
    @Nullable String taxId,
    @Nullable String signer,
    @Nullable String signerTitle,
    @Nullable Integer replyDays) {

  private static final int USUAL_DAYS = 30;

  /** Nothing is said. */
  public static final Letterhead BLANK = new Letterhead(null, null, null, null, null, null);

  /** Copies the list. */
  public Letterhead {
    address = address == null ? List.of() : List.copyOf(address);
    replyDays = replyDays == null ? USUAL_DAYS : replyDays;
  }

  /** Its lines; none where nothing is said. */
  @Override
  public List<String> address() {
    return Objects.requireNonNull(address);
  }

  /** Days in which an answer is asked for. */
  @Override
  public Integer replyDays() {
    return Objects.requireNonNull(replyDays);
  }
}
