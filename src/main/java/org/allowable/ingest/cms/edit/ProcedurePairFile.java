package org.allowable.ingest.cms.edit;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
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
 * CMS's NCCI procedure-to-procedure edits: Column 1, Column 2, a mark for pairs from before 1996,
 * effective date, deletion date (* for none), modifier indicator and rationale, in which names may
 * go on over several rows; and a re-export without the effective date, whose open pairs are deleted
 * on 9999-12-31. The rationale stays behind.
 */
public final class ProcedurePairFile {

  private static final Pattern INDICATOR = Pattern.compile("[019]");
  private static final Pattern HOSPITAL = Pattern.compile("CCIOPH|HOSPITAL|OUTPATIENT");
  private static final String NEVER = "9999-12-31";

  private record Columns(int effective, int deletion, int modifier) {}

  private ProcedurePairFile() {}

  /** Whether names, as {@link HeaderColumns#name} writes them, are those of pairs. */
  public static boolean isHeader(List<String> names) {
    return names.size() > 3
        && names.get(0).replace(" ", "").equals("COLUMN1")
        && names.get(1).replace(" ", "").equals("COLUMN2")
        && names.stream().anyMatch(name -> name.startsWith("MODIFIER"));
  }

  /** Whether a file of pairs calls itself the hospitals': its rows look the same. */
  public static boolean isHospitals(CmsFile source) {
    return HOSPITAL.matcher(source.name().toUpperCase(Locale.ROOT)).find();
  }

  /**
   * Reads a file: rows of {@link Reference#PROCEDURE_PAIR}.
   *
   * @throws org.allowable.model.InputException where a code, date or indicator is not one, or a
   *     pair comes twice with different indicators
   */
  public static SourceTable read(RecognizedFile file) {
    CmsFile source = file.source();
    Columns columns = null;
    List<Row> rows = new ArrayList<>();
    for (SourceRow row : source.rows()) {
      if (columns == null) {
        List<String> names = row.cells().stream().map(HeaderColumns::name).toList();
        columns = isHeader(names) ? columns(source, row, names) : null;
      } else if (!row.cell(0).isEmpty() || !row.cell(1).isEmpty()) {
        rows.add(new Row(row.line(), cells(new SourceCells(source, row), columns)));
      }
    }
    return new SourceTable(source, Reference.PROCEDURE_PAIR, SourceTable.once(rows));
  }

  private static Columns columns(CmsFile source, SourceRow header, List<String> names) {
    HeaderColumns columns = HeaderColumns.of(source, header);
    boolean isDated = names.stream().anyMatch(name -> name.startsWith("EFFECTIVE"));
    return new Columns(
        isDated ? columns.only("effective date", n -> n.startsWith("EFFECTIVE")) : -1,
        columns.only("deletion date", n -> n.startsWith("DELETION")),
        columns.only("modifier indicator", n -> n.startsWith("MODIFIER")));
  }

  private static List<String> cells(SourceCells cells, Columns columns) {
    String deletion = cells.dayOrNothing(columns.deletion(), "Deletion Date");
    return List.of(
        cells.code(0, "Column 1", 5, SourceRow.CODE),
        cells.code(1, "Column 2", 5, SourceRow.CODE),
        columns.effective() < 0 ? "" : cells.dayOrNothing(columns.effective(), "Effective Date"),
        deletion.equals(NEVER) ? "" : deletion,
        cells.code(columns.modifier(), "Modifier", 1, INDICATOR));
  }
}
