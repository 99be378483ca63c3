package org.allowable.sample.price;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.allowable.config.Practice.ApmStatus;
import org.allowable.sample.price.FeeOracle.Question;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Amounts were worked out with pencil and paper from CMS's figures, not with this program. */
class FeeOracleTest {

  private static final LocalDate DAY = LocalDate.of(2026, 2, 3);
  private static final LocalDate LAST_YEAR = LocalDate.of(2025, 12, 31);

  @TempDir private Path folder;

  private FeeOracle oracle(ApmStatus status) throws IOException {
    return new FeeOracle(ReferenceFiles.at(SampleReference.write(folder)), status);
  }

  private Fee fee(String code, List<String> modifiers, String locality, boolean isFacility)
      throws IOException {
    return fee(ApmStatus.NON_QP, code, modifiers, locality, isFacility);
  }

  private Fee fee(
      ApmStatus status, String code, List<String> modifiers, String locality, boolean isFacility)
      throws IOException {
    return oracle(status)
        .fee(new Question(code, modifiers, "12402", DAY, PriceBasis.of(isFacility, locality, DAY)));
  }

  @Test
  void an_office_epidural_of_2026_in_northern_new_jersey() throws IOException {
    // (1.90 x 1.063 + 6.20 x 1.160 + 0.18 x 1.068) x 33.4009 = 314.100...
    assertThat(fee("62321", List.of(), "01", false).price()).isEqualByComparingTo("314.10");
  }

  @Test
  void the_facility_rate_takes_the_facility_practice_expense() throws IOException {
    // (1.90 x 1.040 + 0.78 x 1.092 + 0.18 x 1.097) x 33.4009 = 101.045...
    assertThat(fee("62321", List.of(), "99", true).price()).isEqualByComparingTo("101.05");
  }

  @Test
  void the_professional_part_has_its_own_row() throws IOException {
    // (0.59 x 1.063 + 0.22 x 1.160 + 0.04 x 1.068) x 33.4009
    assertThat(fee("77003", List.of("26"), "01", false).price()).isEqualByComparingTo("30.90");
  }

  @Test
  void a_qualifying_participant_has_the_other_conversion_factor() throws IOException {
    assertThat(fee(ApmStatus.QP, "62321", List.of(), "01", false).price())
        .isEqualByComparingTo("315.67");
  }

  @Test
  void a_side_does_not_change_the_price() throws IOException {
    assertThat(fee("64483", List.of("LT"), "01", false))
        .isEqualTo(fee("64483", List.of(), "01", false));
  }

  @Test
  void a_service_by_report_is_not_priced() throws IOException {
    assertThat(fee("64483", List.of("52"), "01", false)).isEqualTo(Fee.none(Fee.MODIFIER));
  }

  @Test
  void a_deleted_code_has_no_fee() throws IOException {
    assertThat(fee("62311", List.of(), "01", false)).isEqualTo(Fee.none(Fee.NO_FEE));
  }

  @Test
  void the_factor_of_another_day_can_be_asked_for() throws IOException {
    // 9.40394 x 32.3465
    assertThat(epidural(basis().withFactorOf(LAST_YEAR)).price())
        .isEqualByComparingTo(new BigDecimal("304.18"));
  }

  @Test
  void the_relative_values_of_another_day_can_be_asked_for() throws IOException {
    // (1.95 x 1.063 + 5.63 x 1.160 + 0.18 x 1.068) x 33.4009 = 293.790...
    assertThat(epidural(basis().withValuesOf(LAST_YEAR)).price()).isEqualByComparingTo("293.79");
  }

  @Test
  void all_that_makes_a_fee_of_another_day_can_be_asked_for() throws IOException {
    // (1.95 x 1.064 + 5.63 x 1.172 + 0.18 x 1.032) x 32.3465 = 286.555...
    assertThat(epidural(basis().withFeesOf(LAST_YEAR)).price()).isEqualByComparingTo("286.56");
  }

  @Test
  void the_indices_of_another_locality_can_be_asked_for() throws IOException {
    // (1.90 x 1.040 + 6.20 x 1.092 + 0.18 x 1.097) x 33.4009 = 298.732...
    assertThat(epidural(basis().inLocality("99")).price()).isEqualByComparingTo("298.73");
  }

  @Test
  void a_year_without_relative_values_has_no_fee() throws IOException {
    assertThat(epidural(basis().withFeesOf(LocalDate.of(2021, 12, 31))))
        .isEqualTo(Fee.none(Fee.NO_FEE));
  }

  private static PriceBasis basis() {
    return PriceBasis.of(false, "01", DAY);
  }

  private Fee epidural(PriceBasis basis) throws IOException {
    return oracle(ApmStatus.NON_QP).fee(new Question("62321", List.of(), "12402", DAY, basis));
  }

  @Test
  void of_a_year_the_latest_release_that_has_started_holds() {
    Releases releases = new Releases();
    releases.add("2025A", LocalDate.of(2025, 1, 1));
    releases.add("2025D", LocalDate.of(2025, 10, 1));
    assertThat(releases.on(LocalDate.of(2025, 9, 30))).isEqualTo("2025A");
    assertThat(releases.on(LocalDate.of(2025, 10, 1))).isEqualTo("2025D");
  }

  @Test
  void before_the_first_release_of_a_year_that_one_holds() {
    Releases releases = new Releases();
    releases.add("2025D", LocalDate.of(2025, 10, 1));
    releases.add("2026C", LocalDate.of(2026, 7, 1));
    releases.add("2026D", LocalDate.of(2026, 10, 1));
    assertThat(releases.on(LocalDate.of(2026, 1, 1))).isEqualTo("2026C");
  }

  @Test
  void a_year_without_a_release_has_none() {
    Releases releases = new Releases();
    releases.add("2025D", LocalDate.of(2025, 10, 1));
    assertThat(releases.on(LocalDate.of(2026, 1, 1))).isNull();
  }
}
