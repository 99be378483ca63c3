package org.allowable.report.word;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.LocalDateTime;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/** A zip in memory without the clock, so that the same letter makes the same bytes. */
final class WordZip {

  private static final LocalDateTime STAMP = LocalDateTime.of(1980, 2, 1, 0, 0);

  private WordZip() {}

  /** The same parts with one fixed time. */
  static byte[] unclocked(byte[] zip) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip));
        ZipOutputStream out = new ZipOutputStream(bytes)) {
      for (ZipEntry part = in.getNextEntry(); part != null; part = in.getNextEntry()) {
        ZipEntry stamped = new ZipEntry(part.getName());
        stamped.setTimeLocal(STAMP);
        out.putNextEntry(stamped);
        in.transferTo(out);
        out.closeEntry();
      }
    }
    return bytes.toByteArray();
  }
}
