package org.allowable.ingest.workbook;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import javax.xml.parsers.ParserConfigurationException;
import org.allowable.ingest.workbook.SheetCells.SheetRowReader;
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

/** All sheets of an Excel workbook that a person saved. */
public final class WorkbookSheets {

  // A million rows of notes unpack to less.
  private static final long LARGEST_PART = 1L << 30;

  /** Takes the rows of a sheet. */
  @FunctionalInterface
  public interface SheetReader {

    /** What takes the rows of the sheet of a name. */
    SheetRowReader sheet(String name);
  }

  private WorkbookSheets() {}

  /**
   * Reads every sheet, in order.
   *
   * @throws InputException if the file is no workbook
   */
  public static void read(Path file, SheetReader reader) {
    ZipSecureFile.setMaxEntrySize(LARGEST_PART);
    try (OPCPackage archive = OPCPackage.open(file.toFile(), PackageAccess.READ)) {
      ReadOnlySharedStringsTable strings = new ReadOnlySharedStringsTable(archive);
      XSSFReader.SheetIterator sheets =
          (XSSFReader.SheetIterator) new XSSFReader(archive).getSheetsData();
      while (sheets.hasNext()) {
        try (InputStream sheet = sheets.next()) {
          parse(sheet, strings, reader.sheet(sheets.getSheetName()));
        }
      }
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
          file
              + ": expected an Excel workbook (.xlsx), found a file that is none. Save it as .xlsx.",
          e);
    }
  }

  private static void parse(
      InputStream sheet, ReadOnlySharedStringsTable strings, SheetRowReader rows)
      throws ParserConfigurationException, SAXException, IOException {
    XMLReader parser = XMLHelper.newXMLReader();
    parser.setContentHandler(new SheetCells(strings, rows));
    try {
      parser.parse(new InputSource(sheet));
    } catch (SheetCells.Enough e) {
      // Whoever reads wants no more of this sheet.
    }
  }
}
