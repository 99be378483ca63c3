package org.allowable.report.chart;

import java.awt.Color;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** Names the colors that are the page's rather than the chart's: paper, ink, gray, grid lines. */
final class PageColors {

  private static final Map<Color, String> NAMES =
      Map.of(
          Color.WHITE, "paper",
          ReportTheme.INK, "ink",
          ReportTheme.GRAY, "gray",
          ReportTheme.GRID, "grid");

  private PageColors() {}

  /** Gives every element that is filled or drawn in such a color a class that says so. */
  static void classify(Element root) {
    NodeList elements = root.getElementsByTagName("*");
    for (int i = 0; i < elements.getLength(); i++) {
      Element element = (Element) elements.item(i);
      List<String> classes = new ArrayList<>();
      for (String property : List.of("fill", "stroke")) {
        NAMES.forEach(
            (color, name) -> {
              if (isOf(element.getAttribute(property), color)) {
                classes.add(property + "-" + name);
              }
            });
      }
      if (!classes.isEmpty()) {
        element.setAttribute("class", String.join(" ", classes));
      }
    }
  }

  private static boolean isOf(String value, Color color) {
    String rgb = "rgb(%d,%d,%d)".formatted(color.getRed(), color.getGreen(), color.getBlue());
    return value.equals(rgb) || (color.equals(Color.WHITE) && value.equals("white"));
  }
}
