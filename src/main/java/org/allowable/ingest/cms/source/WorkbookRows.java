package org.allowable.ingest.cms.source;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import javax.xml.parsers.ParserConfigurationException;
import org.allowable.ingest.workbook.SheetCells;
import org.allowable.model.InputException;
import org.apache.poi.ooxml.POIXMLException;
import org.apache.poi.openxml4j.exceptions.OpenXML4JException;
import org.apache.poi.openxml4j.exceptions.OpenXML4JRuntimeException;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.openxml4j.opc.PackageAccess;
import org.apache.poi.openxml4j.util.ZipSecureFile;
import org.apache.poi.util.XMLHelper;
import org.apache.poi.xssf.eventusermodel.ReadOnlySharedStringsTable;
import org.apache.poi.xssf.eventusermodel.XSSFReader;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.XMLReader;

/** Rows of a sheet of a workbook, streamed, with limits against a bomb of an archive. */
final class WorkbookRows {

  // CMS's largest sheet unpacks to 18 MB.
  private static final long LARGEST_PART = 512L << 20;

  private WorkbookRows() {}

  /** The first rows; nothing where the archive holds no workbook. */
  static List<SourceRow> first(CmsFile file, int limit) {
    try {
      return read(file, limit);
    } catch (InputException e) {
      return List.of();
    }
  }

  /** All rows. */
  static List<SourceRow> all(CmsFile file) {
    return read(file, Integer.MAX_VALUE);
  }

  /** How many sheets a workbook has; none where the archive holds no workbook. */
  static int sheets(CmsFile file) {
    ZipSecureFile.setMaxEntrySize(LARGEST_PART);
    int count = 0;
    try (OPCPackage archive = open(file)) {
      for (Iterator<InputStream> all = new XSSFReader(archive).getSheetsData(); all.hasNext(); ) {
        all.next().close();
        count++;
      }
    } catch (IOException
        | OpenXML4JException
        | OpenXML4JRuntimeException
        | POIXMLException
        | IllegalArgumentException
        | IllegalStateException e) {
      return 0;
    }
    return count;
  }

  private static OPCPackage open(CmsFile file) throws OpenXML4JException {
    return OPCPackage.open(file.content().toFile(), PackageAccess.READ);
  }

  private static List<SourceRow> read(CmsFile file, int limit) {
    ZipSecureFile.setMaxEntrySize(LARGEST_PART);
    List<SourceRow> rows = new ArrayList<>();
    try (OPCPackage archive = open(file)) {
      Iterator<InputStream> sheets = new XSSFReader(archive).getSheetsData();
      for (int i = 0; sheets.hasNext(); i++) {
        try (InputStream sheet = sheets.next()) {
          if (i == file.sheet()) {
            parse(sheet, new ReadOnlySharedStringsTable(archive), rows, limit);
            break;
          }
        }
      }
    } catch (SheetCells.Enough e) {
      return rows;
    } catch (IOException
        | OpenXML4JException
        | OpenXML4JRuntimeException
        | POIXMLException
        | IllegalArgumentException
        | IllegalStateException
        | IndexOutOfBoundsException
        | ParserConfigurationException
        | SAXException e) {
      throw new InputException(
          file.path() + " cannot be read as a workbook. Take the file from CMS again.", e);
    }
    return rows;
  }

  private static void parse(
      InputStream sheet, ReadOnlySharedStringsTable strings, List<SourceRow> rows, int limit)
      throws ParserConfigurationException, SAXException, IOException {
    XMLReader parser = XMLHelper.newXMLReader();
    parser.setContentHandler(
        new SheetCells(
            strings,
            (line, cells) -> {
              rows.add(new SourceRow(line, cells));
              return rows.size() < limit;
            }));
    parser.parse(new InputSource(sheet));
  }
}
