package org.allowable.ingest.cms.facility;

import java.util.ArrayList;
import java.util.List;
import org.allowable.ingest.cms.kind.RecognizedFile;
import org.allowable.ingest.cms.source.CmsFile;
import org.allowable.ingest.cms.source.SourceCells;
import org.allowable.ingest.cms.source.SourceRow;
import org.allowable.ingest.cms.source.SourceTable;
import org.allowable.ingest.cms.source.SourceTable.Row;
import org.allowable.model.Reference;

/** CMS's ASC addendum EE: surgical procedures that are excluded from payment in an ASC. */
public final class AscExcludedFile {

  private AscExcludedFile() {}

  /**
   * Reads a file: rows of {@link Reference#ASC_EXCLUDED}.
   *
   * @throws org.allowable.model.InputException where a code is not one
   */
  public static SourceTable read(RecognizedFile file) {
    CmsFile source = file.source();
    List<Row> rows = new ArrayList<>();
    boolean inRows = false;
    for (SourceRow row : source.rows()) {
      if (!inRows) {
        inRows = AscAddendumFile.isHeader(row);
      } else if (!row.isNote()) {
        String code = new SourceCells(source, row).code(0, "HCPCS Code", 5, SourceRow.CODE);
        rows.add(new Row(row.line(), List.of(code)));
      }
    }
    return new SourceTable(source, Reference.ASC_EXCLUDED, SourceTable.once(rows));
  }
}
