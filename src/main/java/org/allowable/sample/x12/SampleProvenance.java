package org.allowable.sample.x12;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.allowable.model.Sha256;
import org.allowable.sample.claim.SampleSubmission;
import org.allowable.sample.payment.Payment;
import org.allowable.sample.practice.SamplePractice.CastPayer;

/**
 * Where a row comes from: the X12 file and transaction that carries it, whether that file is
 * written or not.
 *
 * @param file relative to the sample's folder
 * @param interchange control number; likewise {@code group} and {@code transaction}
 */
public record SampleProvenance(String file, String interchange, String group, String transaction) {

  private static final DateTimeFormatter SHORT_DAY = DateTimeFormatter.ofPattern("yyMMdd");
  private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("yyyyMM");
  private static final int TRANSACTION_BASE = 10_000;

  /** Claims lie in a file a month, a transaction a day. */
  public static SampleProvenance of(SampleSubmission submission) {
    LocalDate date = submission.submittedDate();
    YearMonth month = YearMonth.from(date);
    return new SampleProvenance(
        claimFile(month), "100" + month.format(MONTH), "1", transaction(date.getDayOfMonth()));
  }

  /** Payments lie in a file for a payer and day. */
  public static SampleProvenance of(Payment payment) {
    String payer = Integer.toString(100 + payment.payer().index()).substring(1);
    return new SampleProvenance(
        remitFile(payment.payer(), payment.date()),
        "2" + payer + payment.date().format(SHORT_DAY),
        "1",
        transaction(payment.sequence()));
  }

  /** A payment that comes again lies in a file of its own, read after all others. */
  public static SampleProvenance ofCopy(Payment payment) {
    SampleProvenance first = of(payment);
    String file =
        remitFile(payment.payer(), payment.date())
            .replace("x12/", "x12/z-again-")
            .replace(".835", "-" + payment.sequence() + ".835");
    return new SampleProvenance(file, "3" + first.interchange().substring(1), "2", "0001");
  }

  /** The file of the claims of a month, relative to the sample's folder. */
  public static String claimFile(YearMonth month) {
    return "x12/claims-" + month + ".837";
  }

  static String remitFile(CastPayer payer, LocalDate date) {
    String name = payer.name().toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
    return "x12/" + name + "-" + date + ".835";
  }

  private static String transaction(int number) {
    return Integer.toString(TRANSACTION_BASE + number).substring(1);
  }

  /**
   * Stands for the hash of the file, which the rows cannot wait for: a hash of its name, 64
   * hexadecimal digits.
   */
  public String fileHash() {
    return Sha256.of(file);
  }
}
