package org.allowable.sample.x12;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.allowable.config.Practice;
import org.allowable.sample.claim.Adjustment;
import org.allowable.sample.claim.SampleRemitClaim;
import org.allowable.sample.claim.SampleRemitService;
import org.allowable.sample.payment.Payment;
import org.allowable.sample.payment.Payment.ProviderAdjustment;
import org.allowable.sample.practice.Patient;
import org.allowable.sample.practice.SamplePractice;
import org.allowable.sample.practice.Visit.Service;
import org.jspecify.annotations.Nullable;

/**
 * Payments as 835 files: one for a payer and day, a transaction for each payment, and one for each
 * payment that comes again.
 */
public final class X12Remits implements Closeable {

  private static final int PAIRS_OF_A_SEGMENT = 6;

  private final Path folder;
  private final Practice practice;
  private String openName = "";
  private @Nullable X12File open;

  /**
   * Remittance files of a sample.
   *
   * @param folder the sample's, which holds a folder {@code x12}
   */
  public X12Remits(Path folder, Practice practice) {
    this.folder = folder;
    this.practice = practice;
  }

  /** Writes a payment; payments of a file come one after the other. */
  public void write(Payment payment) throws IOException {
    SampleProvenance provenance = SampleProvenance.of(payment);
    X12File out = open;
    if (out == null || !openName.equals(provenance.file())) {
      close();
      Path file = folder.resolve(provenance.file());
      out = new X12File(file, provenance, "HP", "005010X221A1", payment.date());
      open = out;
      openName = provenance.file();
    }
    write(out, provenance, payment);
    if (payment.isSentTwice()) {
      SampleProvenance copy = SampleProvenance.ofCopy(payment);
      try (X12File again =
          new X12File(folder.resolve(copy.file()), copy, "HP", "005010X221A1", payment.date())) {
        write(again, copy, payment);
      }
    }
  }

  private void write(X12File out, SampleProvenance provenance, Payment payment) {
    out.begin(provenance.transaction(), "835", null);
    header(out, payment);
    if (!payment.claims().isEmpty()) {
      out.segment("LX", 1);
    }
    for (SampleRemitClaim claim : payment.claims()) {
      claim(out, claim);
    }
    providerAdjustments(out, payment);
    out.end();
  }

  private static void header(X12File out, Payment payment) {
    boolean isTransfer = payment.method().equals("ACH");
    LocalDate date = payment.date();
    if (isTransfer) {
      out.segment(
          "BPR",
          "I",
          payment.amount(),
          "C",
          "ACH",
          "CCP",
          "01",
          "999999999",
          "DA",
          "1",
          payment.originatingCompany(),
          null,
          "01",
          "999999999",
          "DA",
          "1",
          payment.lacksDay() ? null : date);
    } else {
      out.segment(
          "BPR",
          "H",
          payment.amount(),
          "C",
          "NON",
          null,
          null,
          null,
          null,
          null,
          null,
          null,
          null,
          null,
          null,
          null,
          payment.lacksDay() ? null : date);
    }
    out.segment("TRN", 1, payment.traceNumber(), payment.originatingCompany());
    out.segment("DTM", "405", date);
    out.segment("N1", "PR", payment.payer().wireName());
    out.segment("N3", "1 PAYER STREET");
    out.segment("N4", "ANYTOWN", "NJ", "070000000");
    out.segment("REF", "2U", payment.payer().identifier());
    out.segment("PER", "BL", "EDI", "TE", "5555550100");
    out.segment("N1", "PE", SamplePractice.BILLING_NAME, "XX", SamplePractice.BILLING_NPI);
  }

  private void claim(X12File out, SampleRemitClaim claim) {
    Patient patient = claim.visit().patient();
    out.segment(
        "CLP",
        claim.claimId(),
        claim.statusCode(),
        claim.charge(),
        claim.paid(),
        claim.patientResponsibility(),
        claim.payer().filingCode(),
        claim.controlNumber(),
        claim.visit().site().placeOfService(),
        claim.frequencyCode());
    adjustments(out, claim.adjustments());
    out.segment(
        "NM1", "QC", 1, patient.last(), patient.first(), null, null, null, "MI", patient.member());
    String npi = claim.visit().physicianNpi(practice);
    out.segment("NM1", "82", 1, "PHYSICIAN", "SAMPLE", null, null, null, "XX", npi);
    if (claim.statusCode().equals("19") && patient.supplement() != null) {
      out.segment(
          "NM1",
          "TT",
          2,
          patient.supplement().wireName(),
          null,
          null,
          null,
          null,
          "PI",
          patient.supplement().identifier());
    }
    if (claim.originalControlNumber() != null) {
      out.segment("REF", "F8", claim.originalControlNumber());
    }
    out.segment("DTM", "232", claim.visit().date());
    out.segment("DTM", "050", claim.receivedDate());
    for (SampleRemitService service : claim.services()) {
      line(out, claim, service);
    }
  }

  private static void line(X12File out, SampleRemitClaim claim, SampleRemitService line) {
    Service service = line.service();
    out.segment(
        "SVC",
        procedure(line.code(), line.modifiers()),
        line.charge(),
        line.paid(),
        null,
        line.charge().signum() < 0 ? -service.units() : service.units(),
        line.isChanged() ? procedure(service.code(), service.modifiers()) : null);
    out.segment("DTM", "472", claim.visit().date());
    adjustments(out, line.adjustments());
    if (line.controlNumber() != null) {
      out.segment("REF", "6R", line.controlNumber());
    }
    if (line.reportedAllowed() != null) {
      out.segment("AMT", "B6", line.reportedAllowed());
    }
    line.remarkCodes().forEach(code -> out.segment("LQ", "HE", code));
  }

  /** A procedure with its modifiers as one composite element. */
  static String procedure(String code, List<String> modifiers) {
    StringBuilder text = new StringBuilder("HC:").append(code);
    modifiers.forEach(modifier -> text.append(':').append(modifier));
    return text.toString();
  }

  /** CAS segments: one for each group, at most six reasons each, which no line here exceeds. */
  static void adjustments(X12File out, List<Adjustment> adjustments) {
    Map<String, List<Object>> groups = new LinkedHashMap<>();
    for (Adjustment adjustment : adjustments) {
      List<Object> elements =
          groups.computeIfAbsent(
              adjustment.groupCode(), group -> new ArrayList<>(List.of("CAS", group)));
      if (elements.size() > 2) {
        elements.add("");
      }
      elements.add(adjustment.reasonCode());
      elements.add(adjustment.amount());
    }
    groups.values().forEach(elements -> out.segment(elements.toArray()));
  }

  private static void providerAdjustments(X12File out, Payment payment) {
    Iterator<ProviderAdjustment> left = payment.providerAdjustments().iterator();
    while (left.hasNext()) {
      List<Object> elements =
          new ArrayList<>(List.of("PLB", SamplePractice.BILLING_NPI, payment.fiscalPeriod()));
      for (int i = 0; i < PAIRS_OF_A_SEGMENT && left.hasNext(); i++) {
        ProviderAdjustment adjustment = left.next();
        elements.add(adjustment.code() + ":" + adjustment.reference());
        elements.add(adjustment.amount());
      }
      out.segment(elements.toArray());
    }
  }

  @Override
  public void close() throws IOException {
    if (open != null) {
      open.close();
      open = null;
    }
  }
}
