package org.allowable.sample.price;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.allowable.sample.practice.Visit.Service;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What lines of a day make of each other, worked out by hand. */
class LineSharesTest {

  private static final LocalDate DAY = LocalDate.of(2026, 2, 3);

  private final List<Service> services = new ArrayList<>();
  private final List<Fee> fees = new ArrayList<>();

  @BeforeAll
  static void rules() {
    SampleReference.assumeShipped();
  }

  private LineSharesTest line(String code, String modifiers, int units, String fee, String rank) {
    List<String> all = modifiers.isEmpty() ? List.of() : List.of(modifiers.split(" ", -1));
    int number = services.size() + 1;
    services.add(new Service(number, null, code, all, units, new BigDecimal("900.00"), List.of(1)));
    fees.add(Fee.of(new BigDecimal(fee), BigDecimal.valueOf(150), rank));
    return this;
  }

  private void priced(@Nullable String credential, String... amounts) {
    LineShares shares = new LineShares(ReferenceFiles.at(null));
    List<Share> parts = shares.of(DAY, services, fees, credential);
    List<String> found = new ArrayList<>();
    for (int i = 0; i < parts.size(); i++) {
      found.add(parts.get(i).of(fees.get(i)).toPlainString());
    }
    assertThat(found).containsExactly(amounts);
  }

  @Test
  void the_lower_of_two_fees_is_halved() {
    line("20553", "59", 1, "60.00", "2").line("20610", "RT", 1, "80.00", "2");
    priced(null, "30.00", "80.00");
  }

  @Test
  void a_fee_that_does_not_rank_is_whole() {
    line("20610", "RT", 1, "80.00", "2").line("99213", "25", 1, "90.00", "0");
    priced(null, "80.00", "90.00");
  }

  @Test
  void two_sides_are_one_procedure_of_150_percent() {
    line("20610", "LT", 1, "60.00", "2").line("20610", "RT", 1, "60.00", "2");
    priced(null, "60.00", "30.00");
  }

  @Test
  void two_sides_rank_together() {
    // 90 together: above 80.
    line("20553", "", 1, "80.00", "2")
        .line("20610", "LT", 1, "60.00", "2")
        .line("20610", "RT", 1, "60.00", "2");
    priced(null, "40.00", "60.00", "30.00");
  }

  @Test
  void units_take_ranks() {
    line("20610", "RT", 2, "80.00", "2").line("20553", "", 1, "60.00", "2");
    priced(null, "120.00", "30.00");
  }

  @Test
  void a_nurse_practitioner_is_paid_85_percent_of_what_is_left() {
    line("20610", "RT", 1, "80.00", "2").line("20553", "", 1, "61.10", "2");
    // 30.55 x 85% is 25.9675
    priced("NP", "68.00", "25.97");
  }
}
