package org.allowable.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.allowable.config.PayerPages;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A payer that the practice file does not name denies ten times the charges of all others, and one
 * that it names denies a single visit of 100 dollars.
 */
@Tag("long")
class UnmappedPayerTest {

  private static final String UNMAPPED = "Unmapped payer";

  @TempDir private static Path folder = Path.of("");

  private static SmallRun run = new SmallRun(SmallRun.newEngine(), Map.of(), Map.of());

  @BeforeAll
  static void make_the_report() throws IOException {
    CaseFiles files = new CaseFiles();
    denied(files, "NAMED", "HUN01", "150");
    denied(files, "STRANGE", "XXX01", "1500");
    run = SmallRun.of(files, folder);
  }

  private static void denied(CaseFiles files, String claim, String payer, String charge) {
    files.claim(claim).payer(payer).line("99213", charge);
    files.paidBy(
        payer,
        "20251015",
        "CLP*%1$s*4*%2$s*0**12*N%1$s*11*1".formatted(claim, charge),
        "SVC*HC:99213*%1$s*0**1 DTM*472*20251006 CAS*CO*50*%1$s".formatted(charge));
  }

  private static Map<String, @Nullable Object> payer(String name) {
    return run.row("mart_payer_month", "payer", name);
  }

  @Test
  void it_is_on_the_list_with_its_open_denials() {
    assertThat(payer(UNMAPPED)).containsEntry("open_denial_line_count", 1L);
  }

  @Test
  void what_is_at_issue_is_not_known() {
    assertThat(payer(UNMAPPED)).containsEntry("at_issue_amount", null);
  }

  @Test
  void it_has_no_page_and_a_named_one_beside_it_has() {
    assertThat(PayerPages.MOST).isGreaterThan(1);
    assertThat(payer("Hundred")).containsEntry("page_number", 1);
    assertThat(payer(UNMAPPED)).containsEntry("page_number", null);
  }
}
