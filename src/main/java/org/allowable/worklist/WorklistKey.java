package org.allowable.worklist;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.allowable.model.Sha256;

/**
 * What the hidden column of a worklist says of its row, for the program that reads the file back:
 * so that rows may be sorted, deleted and copied.
 *
 * @param row which
 * @param claimId as the sheet shows the claim
 * @param suggestedOwner whom the sheet showed where nobody had named another; may be empty
 * @param cause the row's cause then; may be empty
 * @param seen how many edits were recorded when the sheet was written
 * @param seenId the last of them; empty where there was none
 */
public record WorklistKey(
    WorklistRow row, String claimId, String suggestedOwner, String cause, int seen, String seenId) {

  private static final int CHECK_DIGITS = 8;
  private static final String CHECK = "&x=";

  /** As one text, with a checksum. */
  public String text() {
    String text =
        "n=%s&c=%s&p=%s&i=%s&o=%s&k=%s&s=%d&e=%s"
            .formatted(
                encoded(row.billingNpi()),
                encoded(row.claimKey()),
                encoded(row.payer()),
                encoded(claimId),
                encoded(suggestedOwner),
                encoded(cause),
                seen,
                encoded(seenId));
    return text + CHECK + check(text);
  }

  /** Reads a text; nothing where it is no key, or not as it was written. */
  public static Optional<WorklistKey> of(String text) {
    int end = text.lastIndexOf(CHECK);
    if (end < 0 || !text.substring(end + CHECK.length()).equals(check(text.substring(0, end)))) {
      return Optional.empty();
    }
    Map<String, String> parts = new HashMap<>();
    for (String part : text.substring(0, end).split("&", -1)) {
      int equals = part.indexOf('=');
      parts.put(
          part.substring(0, Math.max(0, equals)),
          URLDecoder.decode(part.substring(equals + 1), StandardCharsets.UTF_8));
    }
    return Optional.of(
        new WorklistKey(
            new WorklistRow(part(parts, "n"), part(parts, "c"), part(parts, "p")),
            part(parts, "i"),
            part(parts, "o"),
            part(parts, "k"),
            Integer.parseInt(part(parts, "s")),
            part(parts, "e")));
  }

  private static String part(Map<String, String> parts, String name) {
    return parts.getOrDefault(name, "");
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  private static String check(String text) {
    return Sha256.of(text).substring(0, CHECK_DIGITS);
  }
}
