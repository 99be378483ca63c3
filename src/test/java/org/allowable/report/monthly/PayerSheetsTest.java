package org.allowable.report.monthly;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.allowable.report.Mart;
import org.junit.jupiter.api.Test;

/** What the list of payers says of itself. */
class PayerSheetsTest {

  private static Mart payers(String... names) {
    return Mart.of(
        List.copyOf(Stream.of(names).map(name -> new Mart.Line(Map.of("payer", name))).toList()));
  }

  @Test
  void payers_that_the_practice_file_does_not_name_are_said_to_have_no_page() {
    assertThat(PayerSheets.unmapped(payers("Medicare", "Unmapped payer")))
        .isEqualTo(
            " Unmapped payer: not in the practice file, so it has no expected allowed amount and no page.");
  }

  @Test
  void a_practice_whose_payers_are_all_named_reads_nothing_of_others() {
    assertThat(PayerSheets.unmapped(payers("Medicare", "Hundred"))).isEmpty();
  }
}
