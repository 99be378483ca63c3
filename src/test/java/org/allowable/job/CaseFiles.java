package org.allowable.job;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The claims and payments of many small cases, each in an X12 file of its own. */
final class CaseFiles {

  /** Who bills claims and is paid where a test names nobody. */
  static final String PAYEE = "1999999984";

  private static final String PAYER = "HUN01";

  private record Payment(
      String payer, String payee, String day, String version, List<String> segments) {}

  private final List<ClaimText> claims = new ArrayList<>();
  private final List<Payment> payments = new ArrayList<>();

  /** Adds a claim; its lines are said to what is returned. */
  ClaimText claim(String id) {
    ClaimText claim = new ClaimText(id);
    claims.add(claim);
    return claim;
  }

  /** Adds a payment of the payer that claims name when they name none. */
  void paid(String day, String... segments) {
    paidBy(PAYER, day, segments);
  }

  /**
   * Adds a payment.
   *
   * @param payer REF*2U
   * @param day BPR16
   * @param segments its claims; a text may hold several segments with a space between
   */
  void paidBy(String payer, String day, String... segments) {
    payments.add(new Payment(payer, PAYEE, day, "005010X221A1", apart(segments)));
  }

  /** Adds a payment to another than usual. */
  void paidTo(String payee, String day, String... segments) {
    payments.add(new Payment(PAYER, payee, day, "005010X221A1", apart(segments)));
  }

  /** Adds a payment in the version before 5010. */
  void paidIn4010(String day, String... segments) {
    payments.add(new Payment(PAYER, PAYEE, day, "004010X091A1", apart(segments)));
  }

  /** Takes over another's claims and payments. */
  CaseFiles with(CaseFiles other) {
    claims.addAll(other.claims);
    payments.addAll(other.payments);
    return this;
  }

  /** Writes the files. */
  void writeTo(Path folder) throws IOException {
    Files.createDirectories(folder);
    int number = 0;
    for (ClaimText claim : claims) {
      number++;
      Files.writeString(
          folder.resolve("claim-%04d.837".formatted(number)),
          file(number, "HC", "005010X222A1", "837*0001*005010X222A1", claim.segments()));
    }
    for (Payment payment : payments) {
      number++;
      Files.writeString(
          folder.resolve("payment-%04d.835".formatted(number)),
          file(number, "HP", payment.version(), "835*0001", segments(payment, number)));
    }
  }

  private static List<String> apart(String... segments) {
    return Arrays.stream(segments).flatMap(s -> Arrays.stream(s.split(" ", -1))).toList();
  }

  private static List<String> segments(Payment payment, int number) {
    List<String> segments = new ArrayList<>();
    segments.add(
        "BPR*I*%s*C*ACH*CCP*01*999999999*DA*1*1999999999**01*999999999*DA*1*%s"
            .formatted(paid(payment.segments()), payment.day()));
    segments.add("TRN*1*T" + number + "*1999999999");
    segments.add("N1*PR*PAYER " + payment.payer());
    segments.add("REF*2U*" + payment.payer());
    segments.add("N1*PE*SYN PAIN CLINIC*XX*" + payment.payee());
    segments.add("LX*1");
    segments.addAll(payment.segments());
    return segments;
  }

  // The claims' payments (CLP04) less the one provider adjustment of each PLB segment.
  private static BigDecimal paid(List<String> segments) {
    return sum(segments, "CLP*").subtract(sum(segments, "PLB*"));
  }

  private static BigDecimal sum(List<String> segments, String name) {
    return segments.stream()
        .filter(segment -> segment.startsWith(name))
        .map(segment -> new BigDecimal(segment.split("\\*", -1)[4]))
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  private static String file(
      int number, String code, String version, String set, List<String> segments) {
    return String.join(
        "~",
        "ISA*00*          *00*          *ZZ*SENDER         *ZZ*RECEIVER       *251001*1200*^*00501*%09d*0*T*:"
            .formatted(number),
        "GS*" + code + "*SENDER*RECEIVER*20251001*1200*7*X*" + version,
        "ST*" + set,
        String.join("~", segments),
        "SE*" + (segments.size() + 2) + "*0001",
        "GE*1*7",
        "IEA*1*%09d~".formatted(number));
  }
}
