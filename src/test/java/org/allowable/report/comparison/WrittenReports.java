package org.allowable.report.comparison;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.allowable.model.Rows;

/** Reports of the same marts, written once for all tests of a class. */
final class WrittenReports {

  /** The file of the invented months. */
  static final String FILE = "Example Pain Associates 2025-01 to 2025-12 contract comparison.xlsx";

  private final Path folder;
  private final IdentityHashMap<Map<String, Rows>, List<Path>> exhibits = new IdentityHashMap<>();
  private final IdentityHashMap<Map<String, Rows>, Path> folders = new IdentityHashMap<>();

  WrittenReports(Path folder) {
    this.folder = folder;
  }

  /** The folder of the report of some marts. */
  Path of(Map<String, Rows> marts) throws IOException {
    exhibits(marts);
    return folders.getOrDefault(marts, folder);
  }

  /** The workbook of some marts, opened. */
  WrittenReport opened(Map<String, Rows> marts) throws IOException {
    return new WrittenReport(of(marts).resolve(FILE));
  }

  /** The files for the payers that some marts have a proposal for. */
  List<Path> exhibits(Map<String, Rows> marts) throws IOException {
    List<Path> written = exhibits.get(marts);
    if (written == null) {
      Path own = Files.createDirectory(folder.resolve(String.valueOf(folders.size())));
      written = ComparisonReport.write(marts, InventedMarts.facts(), own).exhibits();
      folders.put(marts, own);
      exhibits.put(marts, written);
    }
    return written;
  }
}
