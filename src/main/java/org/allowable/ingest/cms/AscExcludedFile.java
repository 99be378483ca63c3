package org.allowable.ingest.cms;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.allowable.ingest.cms.Recognition.Recognised;
import org.allowable.ingest.cms.SourceTable.Row;
import org.allowable.model.Reference;

/** CMS's ASC addendum EE: surgical procedures that are excluded from payment in an ASC. */
final class AscExcludedFile {

  private static final Pattern CODE = Pattern.compile("[A-Z0-9]{5}");

  private AscExcludedFile() {}

  /**
   * Reads a file.
   *
   * @throws org.allowable.model.InputException where a code is not one
   */
  static SourceTable read(Recognised file) {
    CmsFile source = file.source();
    List<Row> rows = new ArrayList<>();
    boolean inRows = false;
    for (SourceRow row : source.rows()) {
      if (!inRows) {
        inRows = AscAddendumFile.isHeader(row);
      } else if (!AscAddendumFile.isNote(row)) {
        String code = new SourceCells(source, row).code(0, "HCPCS Code", 5, CODE);
        rows.add(new Row(row.line(), List.of(code)));
      }
    }
    return new SourceTable(source, Reference.ASC_EXCLUDED, SourceTable.once(rows));
  }
}
