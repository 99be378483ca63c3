package org.allowable.report.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Words of a mark lie on no other mark where there is a free side. */
class LabelPlacesTest {

  private static final Rectangle2D AREA = new Rectangle2D.Double(0, 0, 200, 100);
  private static final Point2D MIDDLE = new Point2D.Double(100, 50);

  private static Rectangle2D of(Point2D mark, Point2D... others) {
    List<Point2D> marks = new ArrayList<>(Stream.of(others).toList());
    marks.add(mark);
    return LabelPlaces.free(mark.getX(), mark.getY(), 30, 12, AREA, marks);
  }

  @Test
  void words_stand_to_the_right_of_a_mark_that_is_alone() {
    assertThat(of(MIDDLE)).isEqualTo(new Rectangle2D.Double(109, 44, 30, 12));
  }

  @Test
  void at_the_right_end_words_stand_to_the_left() {
    assertThat(of(new Point2D.Double(190, 50)).getMaxX()).isEqualTo(181);
  }

  @Test
  void words_avoid_a_mark_at_their_side() {
    Rectangle2D place = of(MIDDLE, new Point2D.Double(120, 52));

    assertThat(place.getMaxX()).isEqualTo(91);
  }

  @Test
  void between_marks_on_both_sides_words_stand_above() {
    Rectangle2D place = of(MIDDLE, new Point2D.Double(120, 50), new Point2D.Double(80, 50));

    assertThat(place.getMaxY()).isEqualTo(41);
    assertThat(place.getCenterX()).isEqualTo(100);
  }

  @Test
  void where_every_side_is_taken_words_stand_where_fewest_marks_are() {
    List<Point2D> around = new ArrayList<>();
    for (int x = 60; x <= 140; x += 10) {
      for (int y = 20; y <= 80; y += 10) {
        around.add(new Point2D.Double(x, y));
      }
    }
    around.removeIf(mark -> mark.getX() < 95 && mark.getY() == 30);

    assertThat(of(MIDDLE, around.toArray(Point2D[]::new)).getMaxX()).isEqualTo(91);
  }
}
