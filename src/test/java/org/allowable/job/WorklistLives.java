package org.allowable.job;

import static org.allowable.job.SmallRun.usd;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.allowable.worklist.WorklistRow;
import org.allowable.worklist.WorklistScript;
import org.allowable.worklist.WorklistStatus;

/**
 * 500 claims of an office visit at 100 dollars, and what became of each from October to December
 * 2025, with the dollars that came back after it was sent.
 */
final class WorklistLives {

  static final int CLAIMS = 500;

  private static final String[] KINDS = {
    "never sent",
    "paid in full",
    "paid in part",
    "refused",
    "paid and taken back",
    "paid before it was sent",
    "corrected claim",
    "paid, and the same said again",
    "taken back and paid anew",
    "sent twice",
    "sent by mistake",
    "not valid",
    "paid and denied again"
  };

  /**
   * What became of a claim.
   *
   * @param recovered by month, without zeros
   */
  record Life(
      String kind,
      WorklistRow row,
      String cause,
      WorklistStatus status,
      Map<YearMonth, BigDecimal> recovered) {}

  private record Saying(LocalDate day, WorklistRow row, String cause, WorklistStatus status) {}

  private static final LocalDate FIRST_ANSWER = LocalDate.of(2025, 10, 15);
  private static final LocalDate SENT = LocalDate.of(2025, 10, 20);
  private static final LocalDate NOVEMBER = LocalDate.of(2025, 11, 10);
  private static final LocalDate AGAIN = LocalDate.of(2025, 11, 20);
  private static final LocalDate DECEMBER = LocalDate.of(2025, 12, 9);

  private final CaseFiles files = new CaseFiles();
  private final WorklistScript script = new WorklistScript();
  private final List<Life> lives = new ArrayList<>();
  private final List<Saying> sayings = new ArrayList<>();

  WorklistLives() {
    for (int i = 0; i < CLAIMS; i++) {
      new Claim(i).live(KINDS[i % KINDS.length]);
    }
    // As an office would: day by day.
    sayings.stream()
        .sorted(Comparator.comparing(Saying::day))
        .forEach(said -> script.says(said.row(), said.cause(), said.status(), said.day()));
  }

  CaseFiles files() {
    return files;
  }

  WorklistScript script() {
    return script;
  }

  List<Life> lives() {
    return lives;
  }

  /** A claim in the making. */
  private final class Claim {

    private final String id;
    private final boolean isMedicare;
    private final String cause;
    private final WorklistRow row;
    private final BigDecimal first;
    private final Map<YearMonth, BigDecimal> recovered = new TreeMap<>();

    Claim(int number) {
      id = "L" + number;
      isMedicare = number % 5 == 0;
      cause = "Cause " + number % 3;
      row = new WorklistRow(CaseFiles.PAYEE, id, isMedicare ? "Medicare" : "Hundred");
      first = usd("80.00").subtract(BigDecimal.valueOf(number % 89, 2));
    }

    void live(String kind) {
      claim(id);
      WorklistStatus status = WorklistStatus.SENT;
      BigDecimal rest = usd("100.00").subtract(first);
      switch (kind) {
        case "never sent" -> {
          answer(FIRST_ANSWER, "A", first);
          correct(NOVEMBER, "A", first, usd("100.00"));
          status = WorklistStatus.NEW;
        }
        case "paid in full" -> {
          answer(FIRST_ANSWER, "A", first);
          says(SENT, WorklistStatus.SENT);
          correct(NOVEMBER, "A", first, usd("100.00"));
          back(NOVEMBER, rest);
          says(AGAIN, WorklistStatus.PAID);
          status = WorklistStatus.PAID;
        }
        case "paid in part" -> {
          answer(FIRST_ANSWER, "A", first);
          says(SENT, WorklistStatus.SENT);
          answer(NOVEMBER, "A", usd("12.34"));
          back(NOVEMBER, usd("12.34"));
        }
        case "refused" -> {
          answer(FIRST_ANSWER, "A", first);
          says(SENT, WorklistStatus.SENT);
          says(AGAIN, WorklistStatus.REFUSED);
          status = WorklistStatus.REFUSED;
        }
        case "paid and taken back" -> {
          answer(FIRST_ANSWER, "A", first);
          says(SENT, WorklistStatus.SENT);
          correct(NOVEMBER, "A", first, usd("100.00"));
          back(NOVEMBER, rest);
          correct(DECEMBER, "A", usd("100.00"), first);
          back(DECEMBER, rest.negate());
        }
        case "paid before it was sent" -> {
          answer(FIRST_ANSWER, "A", first);
          correct(SENT, "A", first, usd("97.00"));
          says(SENT, WorklistStatus.SENT);
        }
        case "corrected claim" -> {
          deny(FIRST_ANSWER);
          says(SENT, WorklistStatus.SENT);
          correctedClaim();
          back(DECEMBER, usd("100.00"));
        }
        case "paid, and the same said again" -> {
          answer(FIRST_ANSWER, "A", first);
          says(SENT, WorklistStatus.SENT);
          correct(NOVEMBER, "A", first, usd("100.00"));
          answer(DECEMBER, "B", usd("100.00"));
          back(NOVEMBER, rest);
        }
        case "taken back and paid anew" -> {
          answer(FIRST_ANSWER, "A", first);
          says(SENT, WorklistStatus.SENT);
          reverse(NOVEMBER, "A", first);
          back(NOVEMBER, first.negate());
          answer(DECEMBER, "A", usd("100.00"));
          back(DECEMBER, usd("100.00"));
        }
        case "sent twice" -> {
          answer(FIRST_ANSWER, "A", first);
          says(SENT, WorklistStatus.SENT);
          correct(NOVEMBER, "A", first, usd("90.00"));
          back(NOVEMBER, usd("90.00").subtract(first));
          says(NOVEMBER.plusDays(1), WorklistStatus.REFUSED);
          says(AGAIN, WorklistStatus.SENT);
          correct(DECEMBER, "A", usd("90.00"), usd("100.00"));
          back(DECEMBER, usd("10.00"));
        }
        case "sent by mistake" -> {
          answer(FIRST_ANSWER, "A", first);
          says(SENT, WorklistStatus.SENT);
          says(SENT.plusDays(1), WorklistStatus.NEW);
          correct(NOVEMBER, "A", first, usd("100.00"));
          status = WorklistStatus.NEW;
        }
        case "not valid" -> {
          answer(FIRST_ANSWER, "A", first);
          says(SENT, WorklistStatus.NOT_VALID);
          status = WorklistStatus.NOT_VALID;
        }
        case "paid and denied again" -> {
          answer(FIRST_ANSWER, "A", first);
          says(SENT, WorklistStatus.SENT);
          reverse(NOVEMBER, "A", first);
          deny(NOVEMBER);
          back(NOVEMBER, first.negate());
        }
        default -> throw new IllegalArgumentException(kind);
      }
      lives.add(new Life(kind, row, cause, status, recovered));
    }

    private void says(LocalDate day, WorklistStatus status) {
      sayings.add(new Saying(day, row, cause, status));
    }

    private void back(LocalDate day, BigDecimal amount) {
      recovered.merge(YearMonth.from(day), amount, BigDecimal::add);
      recovered.values().removeIf(sum -> sum.signum() == 0);
    }

    private ClaimText claim(String number) {
      ClaimText claim = files.claim(number).patient(id).line("99213", "150");
      return isMedicare ? claim.payer("MCR01").filing("MB") : claim;
    }

    private void correctedClaim() {
      claim(id + "R").frequency("7").replaces("N" + id + "D").submitted("20251105");
      paid(DECEMBER, said(id + "R", "1", "R", 1, usd("100.00")));
    }

    private void answer(LocalDate day, String number, BigDecimal allowed) {
      paid(day, said(id, "1", number, 1, allowed));
    }

    private void reverse(LocalDate day, String number, BigDecimal allowed) {
      paid(day, said(id, "22", number, -1, allowed));
    }

    private void correct(LocalDate day, String number, BigDecimal before, BigDecimal after) {
      paid(day, said(id, "22", number, -1, before) + " " + said(id, "1", number, 1, after));
    }

    private void deny(LocalDate day) {
      paid(
          day,
          "CLP*%s*4*150*0**12*N%sD*11*1 SVC*HC:99213*150*0**1 DTM*472*20251006 CAS*CO*4*150"
              .formatted(id, id));
    }

    // Two dollars are the patient's.
    private String said(String claim, String status, String number, int sign, BigDecimal allowed) {
      BigDecimal times = BigDecimal.valueOf(sign);
      BigDecimal share = usd("2.00").multiply(times);
      BigDecimal whole = allowed.multiply(times);
      BigDecimal charge = usd("150").multiply(times);
      return "CLP*%s*%s*%s*%s**12*N%s%s*11*1 SVC*HC:99213*%s*%s**%d DTM*472*20251006 CAS*CO*45*%s CAS*PR*2*%s"
          .formatted(
              claim,
              status,
              charge,
              whole.subtract(share),
              id,
              number,
              charge,
              whole.subtract(share),
              sign,
              charge.subtract(whole),
              share);
    }

    private void paid(LocalDate day, String segments) {
      files.paidBy(
          isMedicare ? "MCR01" : "HUN01", day.format(DateTimeFormatter.BASIC_ISO_DATE), segments);
    }
  }
}
