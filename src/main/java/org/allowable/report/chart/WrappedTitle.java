package org.allowable.report.chart;

import java.awt.Font;
import java.awt.FontMetrics;
import java.awt.Graphics2D;
import org.jfree.chart.block.LengthConstraintType;
import org.jfree.chart.block.RectangleConstraint;
import org.jfree.chart.title.TextTitle;
import org.jfree.chart.ui.Size2D;

/** A title that goes on in a new line at blanks alone: elsewhere a line may end within 1.49x. */
final class WrappedTitle extends TextTitle {

  private static final long serialVersionUID = 1L;

  // Its own padding, and a letter: the sign of a new line is measured as one, and a line that then
  // did not fit would be followed by an empty one.
  private static final double AROUND_PIXELS = 4;

  private final String words;

  WrappedTitle(String words, Font font) {
    super(words, font);
    this.words = words;
  }

  @Override
  public Size2D arrange(Graphics2D graphics, RectangleConstraint constraint) {
    if (!LengthConstraintType.NONE.equals(constraint.getWidthConstraintType())) {
      double most =
          LengthConstraintType.FIXED.equals(constraint.getWidthConstraintType())
              ? constraint.getWidth()
              : constraint.getWidthRange().getUpperBound();
      setText(
          wrapped(
              words,
              graphics.getFontMetrics(getFont()),
              most - AROUND_PIXELS - getFont().getSize()));
    }
    return super.arrange(graphics, constraint);
  }

  /** The words in lines of at most so many pixels; a word that is longer has a line of its own. */
  static String wrapped(String words, FontMetrics metrics, double mostPixels) {
    StringBuilder lines = new StringBuilder();
    String line = "";
    for (String word : words.split(" ", -1)) {
      String longer = line.isEmpty() ? word : line + " " + word;
      if (!line.isEmpty() && metrics.stringWidth(longer) > mostPixels) {
        lines.append(line).append('\n');
        line = word;
      } else {
        line = longer;
      }
    }
    return lines.append(line).toString();
  }
}
