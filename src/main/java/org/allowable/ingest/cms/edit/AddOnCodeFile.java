package org.allowable.ingest.cms.edit;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.allowable.ingest.cms.kind.RecognizedFile;
import org.allowable.ingest.cms.source.CmsFile;
import org.allowable.ingest.cms.source.HeaderColumns;
import org.allowable.ingest.cms.source.SourceCells;
import org.allowable.ingest.cms.source.SourceRow;
import org.allowable.ingest.cms.source.SourceTable;
import org.allowable.ingest.cms.source.SourceTable.Row;
import org.allowable.model.Reference;

/**
 * CMS's NCCI add-on codes as a re-export of primary code, add-on code and edit type. A primary code
 * of CCCCC stands for what the contractor decides.
 */
public final class AddOnCodeFile {

  private static final Pattern TYPE = Pattern.compile("[123]");

  private AddOnCodeFile() {}

  /**
   * Reads a file: rows of {@link Reference#ADD_ON_CODE}.
   *
   * @throws org.allowable.model.InputException where a code or type is not one, or a pair comes
   *     twice with different types
   */
  public static SourceTable read(RecognizedFile file) {
    CmsFile source = file.source();
    List<Row> rows = new ArrayList<>();
    boolean inRows = false;
    for (SourceRow row : source.rows()) {
      if (!inRows) {
        inRows = HeaderColumns.name(row.cell(0)).equals("PRIMARY CODE");
      } else if (row.filled() > 0) {
        SourceCells cells = new SourceCells(source, row);
        rows.add(
            new Row(
                row.line(),
                List.of(
                    cells.code(0, "primary_code", 5, SourceRow.CODE),
                    cells.code(1, "add_on_code", 5, SourceRow.CODE),
                    cells.code(2, "aoc_edit_type", 1, TYPE))));
      }
    }
    return new SourceTable(source, Reference.ADD_ON_CODE, SourceTable.once(rows));
  }
}
