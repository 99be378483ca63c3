package org.allowable.report.html;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Objects;
import org.allowable.model.Sha256;

/**
 * The style and the script of a page, and the policy under which a browser runs these and nothing
 * else: no other script, no style attribute, no request to anybody.
 *
 * @param style CSS
 * @param script JavaScript
 */
record InlineCode(String style, String script) {

  /** How many rows of a table are printed. */
  static final int ROWS_ON_PAPER = 40;

  private static final int MOST_COLUMNS_ON_PAPER = 40;

  private static final String NOTICE =
      "@media print{@page{@bottom-center{content:\"Contains patient information\";font:8pt sans-serif}}}\n";

  /**
   * That of every page.
   *
   * @param hasPatientInformation whether every printed page must say so
   */
  static InlineCode of(boolean hasPatientInformation) {
    String style = resource("page.css") + paper();
    return new InlineCode(hasPatientInformation ? style + NOTICE : style, resource("page.js"));
  }

  /**
   * The class of a table of which only the first columns are printed.
   *
   * @param columns how many
   */
  static String onPaper(int columns) {
    return "paper-" + Math.min(columns, MOST_COLUMNS_ON_PAPER);
  }

  private static String paper() {
    StringBuilder rules = new StringBuilder("@media print{\n");
    rules.append(
        "tbody tr:nth-child(n+%d of :not([hidden])){display:none}\n".formatted(ROWS_ON_PAPER + 1));
    for (int columns = 1; columns <= MOST_COLUMNS_ON_PAPER; columns++) {
      rules.append(
          ".%s :is(th,td):nth-child(n+%d){display:none}\n"
              .formatted(onPaper(columns), columns + 1));
    }
    return rules.append("}\n").toString();
  }

  /** The content of the policy's meta element. */
  String policy() {
    return "default-src 'none'; style-src 'sha256-%s'; script-src 'sha256-%s'; base-uri 'none'; form-action 'none'"
        .formatted(hash(style), hash(script));
  }

  private static String hash(String text) {
    byte[] digest = Sha256.digest().digest(text.getBytes(StandardCharsets.UTF_8));
    return Base64.getEncoder().encodeToString(digest);
  }

  private static String resource(String name) {
    String file = "/page/" + name;
    try (InputStream in =
        Objects.requireNonNull(InlineCode.class.getResourceAsStream(file), file)) {
      // A browser hashes what it read, in which a carriage return is none.
      return new String(in.readAllBytes(), StandardCharsets.UTF_8).replace("\r", "");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
