package org.allowable.sample.x12;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;

/**
 * An X12 file of one interchange and one group: it counts its segments and transactions, and closes
 * with trailers that say so.
 */
final class X12File implements Closeable {

  private final Writer out;
  private final SampleProvenance provenance;
  private String transaction = "";
  private int segments;
  private int transactions;

  /**
   * Starts a file.
   *
   * @param functionalCode HC for claims, HP for payments
   */
  X12File(
      Path file, SampleProvenance provenance, String functionalCode, String version, LocalDate date)
      throws IOException {
    this.provenance = provenance;
    out = Files.newBufferedWriter(file);
    String day = date.format(DateTimeFormatter.BASIC_ISO_DATE);
    String sender = padded("SAMPLESENDER");
    String receiver = padded("SAMPLERECEIVER");
    out.write("ISA*00*          *00*          *ZZ*" + sender + "*ZZ*" + receiver + "*");
    out.write(day.substring(2) + "*1200*^*00501*" + provenance.interchange() + "*0*T*:~\n");
    out.write("GS*" + functionalCode + "*SAMPLESENDER*SAMPLERECEIVER*" + day + "*1200*");
    out.write(provenance.group() + "*X*" + version + "~\n");
  }

  private static String padded(String text) {
    return text + " ".repeat(15 - text.length());
  }

  /** Starts a transaction. */
  void begin(String controlNumber, String setCode, @Nullable String version) {
    transaction = controlNumber;
    segments = 0;
    transactions++;
    segment("ST", setCode, controlNumber, version);
  }

  /** Writes a segment; null and empty elements at its end are left out. */
  void segment(@Nullable Object... elements) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < elements.length; i++) {
      text.append(i == 0 ? "" : "*").append(text(elements[i]));
    }
    int end = text.length();
    while (text.charAt(end - 1) == '*') {
      end--;
    }
    text.setLength(end);
    segments++;
    try {
      out.append(text).write("~\n");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String text(@Nullable Object element) {
    if (element == null) {
      return "";
    }
    if (element instanceof BigDecimal number) {
      return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }
    if (element instanceof LocalDate date) {
      return date.format(DateTimeFormatter.BASIC_ISO_DATE);
    }
    return element.toString();
  }

  /** Ends the transaction. */
  void end() {
    segment("SE", segments + 1, transaction);
  }

  @Override
  public void close() throws IOException {
    out.write("GE*" + transactions + "*" + provenance.group() + "~\n");
    out.write("IEA*1*" + provenance.interchange() + "~\n");
    out.close();
  }
}
