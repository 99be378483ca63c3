package org.allowable.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;

/** The one line of a terminal, with a clock that is set. */
class TerminalLineTest {

  private static final String ERASE = "\r\u001b[K";
  private static final long SECOND = 1_000_000_000L;

  private final StringWriter err = new StringWriter();
  private long now;
  private final TerminalLine line = new TerminalLine(new PrintWriter(err), () -> now);

  private void at(double seconds, String doing, double share) {
    now = (long) (seconds * SECOND);
    line.underWay(doing, share);
  }

  @Test
  void it_says_what_is_under_way_and_the_share() {
    at(1, "Pricing 13,702 services", 0.408);
    assertThat(err).hasToString(ERASE + "  Pricing 13,702 services ... 40 %");
  }

  @Test
  void after_two_seconds_it_says_the_time_that_is_left() {
    at(6, "Pricing", 0.4);
    assertThat(err.toString()).endsWith("Pricing ... 40 %, about 9 s left");
  }

  @Test
  void a_long_time_is_said_in_minutes() {
    at(120, "Pricing", 0.2);
    assertThat(err.toString()).endsWith("about 8 min left");
  }

  @Test
  void the_same_words_are_not_written_more_than_ten_times_a_second() {
    at(1, "Pricing", 0.40);
    at(1.05, "Pricing", 0.41);
    at(1.11, "Pricing", 0.42);
    assertThat(err).hasToString(ERASE + "  Pricing ... 40 %" + ERASE + "  Pricing ... 42 %");
  }

  @Test
  void the_share_never_falls() {
    at(1, "Pricing", 0.5);
    at(1, "Adding up", 0.4);
    assertThat(err.toString()).endsWith("Adding up ... 50 %");
  }

  @Test
  void a_result_finds_the_line_empty() {
    at(1, "Pricing", 0.5);
    line.makeRoom();
    assertThat(err.toString()).endsWith("50 %" + ERASE);
  }

  @Test
  void where_nothing_was_said_nothing_is_erased() {
    line.ended();
    assertThat(err.toString()).isEmpty();
  }
}
