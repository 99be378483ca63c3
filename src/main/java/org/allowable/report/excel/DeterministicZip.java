package org.allowable.report.excel;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Enumeration;
import org.apache.commons.compress.archivers.zip.Zip64Mode;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;
import org.apache.commons.compress.archivers.zip.ZipFile;

/** A copy of a zip file without the clock: POI stamps every part with the time of writing. */
final class DeterministicZip {

  private static final LocalDateTime STAMP = LocalDateTime.of(1980, 2, 1, 0, 0);

  private DeterministicZip() {}

  /** Copies every part as it is, compressed, with one fixed time. */
  static void copy(Path from, Path to) throws IOException {
    // The format holds local time: the same fields whatever the zone.
    long stamp = STAMP.atZone(ZoneId.systemDefault()).toInstant().toEpochMilli();
    try (ZipFile source = ZipFile.builder().setPath(from).get();
        ZipArchiveOutputStream target = new ZipArchiveOutputStream(to)) {
      target.setUseZip64(Zip64Mode.AsNeeded);
      Enumeration<ZipArchiveEntry> entries = source.getEntriesInPhysicalOrder();
      while (entries.hasMoreElements()) {
        ZipArchiveEntry entry = entries.nextElement();
        ZipArchiveEntry stamped = new ZipArchiveEntry(entry.getName());
        stamped.setMethod(entry.getMethod());
        stamped.setSize(entry.getSize());
        stamped.setCompressedSize(entry.getCompressedSize());
        stamped.setCrc(entry.getCrc());
        stamped.setTime(stamp);
        try (InputStream raw = source.getRawInputStream(entry)) {
          target.addRawArchiveEntry(stamped, raw);
        }
      }
    }
  }
}
