package org.allowable.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

/** When a control total holds. */
class ControlTest {

  private static final BigDecimal NOTHING = new BigDecimal("0.00");

  @Test
  void equal_sums_hold() {
    assertThat(new Manifest.Control("Lines", "lines", NOTHING, NOTHING, NOTHING, true).holds())
        .isTrue();
  }

  @Test
  void a_difference_that_is_not_known_does_not_hold() {
    assertThat(new Manifest.Control("Lines", "lines", NOTHING, null, null, true).holds()).isFalse();
  }

  @Test
  void a_difference_does_not_hold() {
    assertThat(
            new Manifest.Control("Lines", "lines", NOTHING, NOTHING, new BigDecimal("-0.01"), true)
                .holds())
        .isFalse();
  }
}
