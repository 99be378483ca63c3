package org.allowable.ingest.cms.edit;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.allowable.ingest.cms.kind.FileKind;
import org.allowable.ingest.cms.kind.RecognizedFile;
import org.allowable.ingest.cms.source.CmsFile;
import org.allowable.ingest.cms.source.HeaderColumns;
import org.allowable.ingest.cms.source.SourceCells;
import org.allowable.ingest.cms.source.SourceRow;
import org.allowable.ingest.cms.source.SourceTable;
import org.allowable.ingest.cms.source.SourceTable.Row;
import org.allowable.model.InputException;
import org.allowable.model.Reference;

/**
 * CMS's NCCI table of medically unlikely edits for practitioners: HCPCS/CPT Code, Practitioner
 * Services MUE Values, MUE Adjudication Indicator (a digit and words), MUE Rationale; and a
 * re-export whose indicator is the digit alone and which says the service in a column of its own.
 */
public final class MedicallyUnlikelyFile {

  private static final Pattern INDICATOR = Pattern.compile("[123](\\D.*)?");

  private record Columns(int units, int indicator, int rationale) {}

  // Our labels of CMS's categories, by a part of their names; the first that fits counts.
  private static final List<List<String>> RATIONALES =
      List.of(
          List.of("DESCRIPTOR", "code_descriptor"),
          List.of("ANATOMIC", "anatomy"),
          List.of("CONTRACTOR", "contractor_policy"),
          List.of("COMPOUNDED", "compounded_drug"),
          List.of("CMS POLICY", "cms_policy"),
          List.of("CLINICAL", "clinical"),
          List.of("PRESCRIBING", "prescribing_information"),
          List.of("DISCONTINUED", "drug_discontinued"),
          List.of("ORAL MEDICATION", "oral_drug"),
          List.of("NATURE OF", "nature_of_service"));

  private MedicallyUnlikelyFile() {}

  /**
   * What kind of file has such a header, or {@code UNKNOWN} where it is none of these edits.
   *
   * @param names at least one, as {@link HeaderColumns#name} writes them
   */
  public static FileKind kind(List<String> names) {
    boolean isHeader = names.get(0).matches("HCPCS ?(/ ?CPT)? ?CODE");
    if (isHeader && names.contains("MUE UNITS")) {
      return FileKind.MEDICALLY_UNLIKELY;
    }
    if (!isHeader || names.stream().noneMatch(name -> name.endsWith("MUE VALUES"))) {
      return FileKind.UNKNOWN;
    }
    return names.stream().anyMatch(name -> name.startsWith("PRACTITIONER"))
        ? FileKind.MEDICALLY_UNLIKELY
        : FileKind.NCCI;
  }

  /**
   * Reads a file: rows of {@link Reference#MEDICALLY_UNLIKELY_EDIT}.
   *
   * @throws InputException where a column, code or number is not as CMS writes it, or a row is for
   *     another service than practitioners'
   */
  public static SourceTable read(RecognizedFile file) {
    CmsFile source = file.source();
    Columns columns = null;
    int service = Integer.MAX_VALUE;
    List<Row> rows = new ArrayList<>();
    for (SourceRow row : source.rows()) {
      if (columns == null) {
        List<String> names = row.cells().stream().map(HeaderColumns::name).toList();
        if (!names.isEmpty() && kind(names) == FileKind.MEDICALLY_UNLIKELY) {
          columns = columns(source, row);
          service = names.contains("MUE SERVICE") ? names.indexOf("MUE SERVICE") : service;
        }
      } else if (!row.isNote()) {
        refuseOtherService(source, row, service);
        rows.add(new Row(row.line(), cells(new SourceCells(source, row), row, columns)));
      }
    }
    return new SourceTable(source, Reference.MEDICALLY_UNLIKELY_EDIT, SourceTable.once(rows));
  }

  private static Columns columns(CmsFile source, SourceRow header) {
    HeaderColumns columns = HeaderColumns.of(source, header);
    return new Columns(
        columns.only("MUE values", n -> n.endsWith("MUE VALUES") || n.equals("MUE UNITS")),
        columns.only(
            "adjudication indicator",
            n -> n.endsWith("ADJUDICATION INDICATOR") || n.equals("MUE MAI")),
        columns.only("rationale", n -> n.equals("MUE RATIONALE")));
  }

  private static void refuseOtherService(CmsFile source, SourceRow row, int service) {
    if (service < Integer.MAX_VALUE && !row.cell(service).equalsIgnoreCase("Practitioner")) {
      throw new SourceCells(source, row).wrong("MUE Service", "Practitioner", "another service");
    }
  }

  private static List<String> cells(SourceCells cells, SourceRow row, Columns columns) {
    return List.of(
        cells.code(0, "HCPCS/CPT Code", 5, SourceRow.CODE),
        cells.count(columns.units(), "MUE Values"),
        cells.code(columns.indicator(), "MUE Adjudication Indicator", 1, INDICATOR).substring(0, 1),
        rationale(HeaderColumns.name(row.cell(columns.rationale()))));
  }

  private static String rationale(String text) {
    String name = text.toUpperCase(Locale.ROOT);
    return RATIONALES.stream()
        .filter(label -> name.contains(label.get(0)))
        .map(label -> label.get(1))
        .findFirst()
        .orElse(text.isEmpty() ? "" : "other");
  }
}
