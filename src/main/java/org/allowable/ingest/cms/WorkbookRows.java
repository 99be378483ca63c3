package org.allowable.ingest.cms;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import javax.xml.parsers.ParserConfigurationException;
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

/** Rows of the first sheet of a workbook, streamed, with limits against a bomb of an archive. */
final class WorkbookRows {

  // CMS's largest sheet unpacks to 18 MB.
  private static final long LARGEST_PART = 512L << 20;

  private WorkbookRows() {}

  /** The first rows; nothing where the archive holds no workbook. */
  static List<SourceRow> first(Path file, int limit) {
    try {
      return read(file, limit);
    } catch (InputException e) {
      return List.of();
    }
  }

  /** All rows. */
  static List<SourceRow> all(Path file) {
    return read(file, Integer.MAX_VALUE);
  }

  private static List<SourceRow> read(Path file, int limit) {
    ZipSecureFile.setMaxEntrySize(LARGEST_PART);
    List<SourceRow> rows = new ArrayList<>();
    try (OPCPackage archive = OPCPackage.open(file.toFile(), PackageAccess.READ)) {
      XSSFReader reader = new XSSFReader(archive);
      Iterator<InputStream> sheets = reader.getSheetsData();
      if (sheets.hasNext()) {
        try (InputStream sheet = sheets.next()) {
          parse(sheet, new ReadOnlySharedStringsTable(archive), rows, limit);
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
          file + " cannot be read as a workbook. Take the file from CMS again.", e);
    }
    return rows;
  }

  private static void parse(
      InputStream sheet, ReadOnlySharedStringsTable strings, List<SourceRow> rows, int limit)
      throws ParserConfigurationException, SAXException, IOException {
    XMLReader parser = XMLHelper.newXMLReader();
    parser.setContentHandler(new SheetCells(strings, rows, limit));
    parser.parse(new InputSource(sheet));
  }
}
