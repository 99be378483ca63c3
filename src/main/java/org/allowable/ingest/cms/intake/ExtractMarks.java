package org.allowable.ingest.cms.intake;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.allowable.ingest.cms.library.ReferenceCsv;
import org.allowable.ingest.cms.source.CmsFile;
import org.allowable.model.Reference;
import org.allowable.model.Table;

/**
 * Which releases of the reference directory are extracts: so a code that they lack is no code
 * without a fee.
 */
final class ExtractMarks {

  private static final Table MARKS = Reference.REFERENCE_EXTRACT;

  private final Staging staging;
  private final boolean isExtract;
  private final Map<List<String>, List<String>> marks = new TreeMap<>(ExtractMarks::compare);
  private boolean isChanged;

  /**
   * The marks that are there.
   *
   * @param isExtract whether what is imported is an extract
   */
  ExtractMarks(Staging staging, boolean isExtract) {
    this.staging = staging;
    this.isExtract = isExtract;
    staging
        .current(MARKS, "")
        .ifPresent(
            file ->
                ReferenceCsv.read(file, MARKS).forEach(row -> marks.put(row.subList(0, 3), row)));
  }

  /** Whether what is imported is an extract. */
  boolean isExtract() {
    return isExtract;
  }

  /**
   * Says of a table's file that was written whether it is an extract.
   *
   * @param name the file's name without its ending, a release and perhaps a part
   */
  void written(Table table, String name, CmsFile source) {
    if (!isOfCodes(table)) {
      return;
    }
    String[] parts = name.split("_", 2);
    List<String> key = List.of(table.name(), parts[0], parts.length > 1 ? parts[1] : "");
    if (isExtract) {
      List<String> row = new ArrayList<>(key);
      row.add("extract imported from " + source.name());
      isChanged |= !row.equals(marks.put(key, row));
    } else {
      isChanged |= marks.remove(key) != null;
    }
  }

  /** Whether a table has codes by release. */
  static boolean isOfCodes(Table table) {
    List<String> columns = table.columnNames();
    return columns.contains("release") && columns.contains("hcpcs_code");
  }

  /** Stages the marks where they changed. */
  void stage() throws IOException {
    if (isChanged) {
      staging.write(MARKS, "", List.copyOf(marks.values()));
    }
  }

  private static int compare(List<String> first, List<String> second) {
    return String.join("\n", first).compareTo(String.join("\n", second));
  }
}
