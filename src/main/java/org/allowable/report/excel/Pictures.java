package org.allowable.report.excel;

import java.util.List;
import org.allowable.report.Picture;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.util.Units;
import org.apache.poi.xssf.streaming.SXSSFDrawing;
import org.apache.poi.xssf.streaming.SXSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFClientAnchor;
import org.openxmlformats.schemas.drawingml.x2006.spreadsheetDrawing.CTDrawing;
import org.openxmlformats.schemas.drawingml.x2006.spreadsheetDrawing.CTOneCellAnchor;
import org.openxmlformats.schemas.drawingml.x2006.spreadsheetDrawing.CTPicture;
import org.openxmlformats.schemas.drawingml.x2006.spreadsheetDrawing.CTTwoCellAnchor;

/** Puts pictures on a sheet. */
final class Pictures {

  /** Between two pictures side by side. */
  static final int GAP_PIXELS = 12;

  private static final int MOST_PIXELS_WIDE = 900;
  private static final double HIGHER = 1.15;

  private Pictures() {}

  /** How high a picture is on the screen in a room of this width, in pixels. */
  static int height(Picture picture, int roomPixels) {
    double ratio = picture.size().height() / (double) picture.size().width();
    int height = (int) Math.round(width(roomPixels) * ratio);
    // Letters of a chart of cells stay as large as they are where it is narrower.
    return CellCharts.draws(picture)
        ? Math.min(Math.max(height, picture.size().height()), (int) (height * HIGHER))
        : height;
  }

  /** How high the highest of some pictures is. */
  static int height(List<Picture> pictures, int roomPixels) {
    return pictures.stream().mapToInt(picture -> height(picture, roomPixels)).max().orElse(0);
  }

  // The picture itself has more pixels, so that it stays sharp in print.
  private static int width(int roomPixels) {
    return Math.min(roomPixels, MOST_PIXELS_WIDE);
  }

  /** Puts a picture with its upper left corner in a row, at a place across it. */
  static void add(
      SXSSFSheet sheet,
      Picture picture,
      int row,
      Grid.Place place,
      int roomPixels,
      PrintLayout paper) {
    byte[] png = picture.png(paper.printed(width(roomPixels)));
    int index = sheet.getWorkbook().addPicture(png, Workbook.PICTURE_TYPE_PNG);
    SXSSFDrawing drawing = sheet.createDrawingPatriarch();
    int column = place.column();
    XSSFClientAnchor anchor = new XSSFClientAnchor(0, 0, 0, 0, column, row, column + 1, row + 1);
    CTPicture drawn = drawing.createPicture(anchor, index).getCTPicture();
    drawn.getNvPicPr().getCNvPr().setDescr(ExcelText.clean(picture.altText()));
    CTDrawing all = sheet.getDrawingPatriarch().getCTDrawing();
    fix(all, all.sizeOfTwoCellAnchorArray() - 1, picture, row, place, roomPixels);
  }

  /** Gives what stands between two cells a place and a size of its own. */
  static void fix(
      CTDrawing all, int anchor, Picture picture, int row, Grid.Place place, int roomPixels) {
    int column = place.column();
    CTOneCellAnchor fixed = fixedSize(all, anchor);
    fixed.getFrom().setCol(column);
    fixed.getFrom().setColOff(Units.pixelToEMU(place.pixels()));
    fixed.getFrom().setRow(row);
    fixed.getExt().setCx(Units.pixelToEMU(width(roomPixels)));
    fixed.getExt().setCy(Units.pixelToEMU(height(picture, roomPixels)));
  }

  // POI ties both corners to cells, which distorts the picture where fonts make columns wider.
  private static CTOneCellAnchor fixedSize(CTDrawing all, int anchor) {
    CTTwoCellAnchor tied = all.getTwoCellAnchorArray(anchor);
    CTOneCellAnchor fixed = all.addNewOneCellAnchor();
    fixed.addNewFrom().setRowOff(0);
    fixed.addNewExt();
    if (tied.isSetPic()) {
      fixed.setPic(tied.getPic());
    } else {
      fixed.setGraphicFrame(tied.getGraphicFrame());
    }
    fixed.addNewClientData();
    all.removeTwoCellAnchor(anchor);
    return fixed;
  }
}
