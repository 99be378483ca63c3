package org.allowable.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.allowable.worklist.WorklistRow;
import org.allowable.worklist.WorklistScript;
import org.allowable.worklist.WorklistStatus;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What came back of claims with random answers, reversals and statuses, beside a slow search. */
@Tag("long")
class WorklistHistoriesTest {

  private static final int CLAIMS = 160;
  private static final LocalDate FIRST = LocalDate.of(2025, 10, 10);
  private static final LocalDate LAST = LocalDate.of(2026, 1, 31);

  private final Random random = new Random(11);
  private final CaseFiles files = new CaseFiles();
  private final WorklistScript script = new WorklistScript();
  private final Map<String, BigDecimal> slow = new HashMap<>();

  private void claim(String id) {
    files.claim(id).line("99213", "150");
    List<SlowRecovered.Answer> answers = new ArrayList<>();
    List<SlowRecovered.Said> sayings = new ArrayList<>();
    WorklistRow row = new WorklistRow(CaseFiles.PAYEE, id, "Hundred");
    BigDecimal standing = BigDecimal.ZERO;
    // Days may fall together: what is paid on the day a claim is sent came before.
    LocalDate day = FIRST.plusDays(random.nextInt(6));
    for (int i = 0; i < 9; i++) {
      if (random.nextBoolean()) {
        standing = answer(id, day, standing);
        answers.add(new SlowRecovered.Answer(day, standing));
      } else {
        WorklistStatus[] all = WorklistStatus.values();
        // Half of what people say is that they sent it.
        WorklistStatus status =
            random.nextBoolean() ? WorklistStatus.SENT : all[random.nextInt(all.length)];
        script.says(row, "Random", status, day);
        sayings.add(new SlowRecovered.Said(day, status));
      }
      day = day.plusDays(random.nextInt(14));
    }
    slow.put(id, new SlowRecovered(answers, sayings).sum(LAST));
  }

  // What was allowed before is taken back; half of the time something else comes with it.
  private BigDecimal answer(String id, LocalDate day, BigDecimal before) {
    List<String> segments = new ArrayList<>();
    BigDecimal after =
        before.signum() > 0 && random.nextInt(3) == 0
            ? BigDecimal.ZERO
            : BigDecimal.valueOf(3000 + random.nextInt(8000), 2);
    if (before.signum() > 0) {
      segments.add(said(id, "22", -1, before));
    }
    if (after.signum() > 0) {
      segments.add(said(id, "1", 1, after));
    }
    files.paid(day.format(DateTimeFormatter.BASIC_ISO_DATE), String.join(" ", segments));
    return after;
  }

  private static String said(String id, String status, int sign, BigDecimal allowed) {
    BigDecimal whole = allowed.multiply(BigDecimal.valueOf(sign));
    BigDecimal charge = BigDecimal.valueOf(150L * sign);
    return "CLP*%s*%s*%s*%s**12*N%s*11*1 SVC*HC:99213*%s*%s**%d DTM*472*20251006 CAS*CO*45*%s"
        .formatted(id, status, charge, whole, id, charge, whole, sign, charge.subtract(whole));
  }

  @Test
  void what_came_back_is_what_a_search_day_by_day_finds(@TempDir Path folder) throws IOException {
    for (int i = 0; i < CLAIMS; i++) {
      claim("R" + i);
    }
    WorklistRun run = WorklistRun.of(WorklistRun.warehouse(files, folder), folder, script, LAST);
    Map<String, BigDecimal> found = new HashMap<>();
    run.list()
        .forEach(
            (row, cells) ->
                found.put(
                    row.claimKey(),
                    cells.get("recovered_amount") instanceof BigDecimal amount
                        ? amount
                        : BigDecimal.ZERO));
    List<String> others = new ArrayList<>();
    slow.forEach(
        (id, sum) -> {
          BigDecimal amount = found.getOrDefault(id, BigDecimal.ZERO);
          if (amount.compareTo(sum) != 0) {
            others.add(id + ": " + amount + ", slowly " + sum);
          }
        });
    assertThat(others).isEmpty();
    assertThat(slow.values()).filteredOn(sum -> sum.signum() > 0).hasSizeGreaterThan(20);
    assertThat(slow.values()).filteredOn(sum -> sum.signum() < 0).hasSizeGreaterThan(5);
    assertThat(run.failedControls()).isEmpty();
  }
}
