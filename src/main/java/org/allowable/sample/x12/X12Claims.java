package org.allowable.sample.x12;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Map;
import java.util.SortedMap;
import org.allowable.config.Practice;
import org.allowable.sample.claim.SampleRemitClaim;
import org.allowable.sample.claim.SampleRemitService;
import org.allowable.sample.claim.SampleSubmission;
import org.allowable.sample.practice.Patient;
import org.allowable.sample.practice.SamplePractice;
import org.allowable.sample.practice.Visit;
import org.allowable.sample.practice.Visit.Service;
import org.jspecify.annotations.Nullable;

/** Claims as 837P files: one for a month, a transaction for each day on which claims were sent. */
public final class X12Claims {

  private static final String VERSION = "005010X222A1";

  private final Path folder;
  private final Practice practice;

  /**
   * Claim files of a sample.
   *
   * @param folder the sample's, which holds a folder {@code x12}
   */
  public X12Claims(Path folder, Practice practice) {
    this.folder = folder;
    this.practice = practice;
  }

  /**
   * Writes the file of a month; none where no claim was sent.
   *
   * @param days the claims of each day, made one after the other
   */
  public void write(YearMonth month, SortedMap<LocalDate, Iterable<SampleSubmission>> days)
      throws IOException {
    @Nullable X12File out = null;
    try {
      for (Map.Entry<LocalDate, Iterable<SampleSubmission>> day : days.entrySet()) {
        int level = 1;
        for (SampleSubmission submission : day.getValue()) {
          SampleProvenance provenance = SampleProvenance.of(submission);
          if (out == null) {
            Path file = folder.resolve(SampleProvenance.claimFile(month));
            out = new X12File(file, provenance, "HC", VERSION, month.atEndOfMonth());
          }
          if (level == 1) {
            header(out, provenance, day.getKey());
          }
          level++;
          claim(out, submission, level);
        }
        if (out != null) {
          out.end();
        }
      }
    } finally {
      if (out != null) {
        out.close();
      }
    }
  }

  private static void header(X12File out, SampleProvenance provenance, LocalDate date) {
    out.begin(provenance.transaction(), "837", VERSION);
    out.segment("BHT", "0019", "00", provenance.transaction(), date, "1200", "CH");
    out.segment(
        "NM1", "41", 2, SamplePractice.BILLING_NAME, null, null, null, null, "46", "SAMPLESENDER");
    out.segment("PER", "IC", "BILLING", "TE", "5555550100");
    out.segment("NM1", "40", 2, "SAMPLE CLEARING", null, null, null, null, "46", "SAMPLERECEIVER");
    out.segment("HL", 1, null, 20, 1);
    out.segment("PRV", "BI", "PXC", "208VP0014X");
    out.segment(
        "NM1",
        "85",
        2,
        SamplePractice.BILLING_NAME,
        null,
        null,
        null,
        null,
        "XX",
        SamplePractice.BILLING_NPI);
    out.segment("N3", "1 CLINIC STREET");
    out.segment("N4", "ANYTOWN", "NJ", SamplePractice.BILLING_ZIP);
    out.segment("REF", "EI", "999999999");
  }

  private void claim(X12File out, SampleSubmission submission, int level) {
    Visit visit = submission.visit();
    Patient patient = visit.patient();
    out.segment("HL", level, 1, 22, 0);
    out.segment(
        "SBR",
        submission.responsibilityCode(),
        "18",
        null,
        null,
        null,
        null,
        null,
        null,
        submission.payer().filingCode());
    subscriber(out, patient);
    out.segment("N3", "1 HOME STREET");
    out.segment("N4", "ANYTOWN", "NJ", "07000");
    out.segment("DMG", "D8", patient.birthDate(), patient.gender());
    out.segment(
        "NM1",
        "PR",
        2,
        submission.payer().wireName(),
        null,
        null,
        null,
        null,
        "PI",
        submission.payer().identifier());
    String place = visit.site().placeOfService() + ":B:" + submission.frequencyCode();
    out.segment(
        "CLM", submission.claimId(), submission.charge(), null, null, place, "Y", "A", "Y", "Y");
    if (submission.originalControlNumber() != null) {
      out.segment("REF", "F8", submission.originalControlNumber());
    }
    if (submission.authorizationNumber() != null) {
      out.segment("REF", "G1", submission.authorizationNumber());
    }
    diagnoses(out, visit);
    String npi = visit.physicianNpi(practice);
    out.segment("NM1", "82", 1, "PHYSICIAN", "SAMPLE", null, null, null, "XX", npi);
    facility(out, visit);
    SampleRemitClaim prior = submission.prior();
    if (prior != null) {
      otherSubscriber(out, patient, prior);
    }
    for (Service service : submission.services()) {
      line(out, visit, service, prior);
    }
  }

  private static void subscriber(X12File out, Patient patient) {
    out.segment(
        "NM1", "IL", 1, patient.last(), patient.first(), null, null, null, "MI", patient.member());
  }

  private static void diagnoses(X12File out, Visit visit) {
    Object[] elements = new Object[visit.diagnoses().size() + 1];
    elements[0] = "HI";
    for (int i = 0; i < visit.diagnoses().size(); i++) {
      elements[i + 1] = (i == 0 ? "ABK:" : "ABF:") + visit.diagnoses().get(i);
    }
    out.segment(elements);
  }

  private static void facility(X12File out, Visit visit) {
    String npi = visit.facilityNpi();
    if (npi != null) {
      out.segment("NM1", "77", 2, "SERVICE FACILITY", null, null, null, null, "XX", npi);
      out.segment("N3", "1 CLINIC STREET");
      out.segment("N4", "ANYTOWN", "NJ", SamplePractice.BILLING_ZIP);
    }
  }

  private static void otherSubscriber(X12File out, Patient patient, SampleRemitClaim prior) {
    out.segment("SBR", "P", "18", null, null, null, null, null, null, prior.payer().filingCode());
    out.segment("AMT", "D", prior.paid());
    out.segment("OI", null, null, "Y", null, null, "Y");
    subscriber(out, patient);
    out.segment(
        "NM1",
        "PR",
        2,
        prior.payer().wireName(),
        null,
        null,
        null,
        null,
        "PI",
        prior.payer().identifier());
  }

  private static void line(
      X12File out, Visit visit, Service service, @Nullable SampleRemitClaim prior) {
    out.segment("LX", service.number());
    out.segment(
        "SV1",
        X12Remits.procedure(service.code(), service.modifiers()),
        service.charge(),
        "UN",
        service.units(),
        null,
        null,
        service.pointers().get(0));
    out.segment("DTP", "472", "D8", visit.date());
    if (service.controlNumber() != null) {
      out.segment("REF", "6R", service.controlNumber());
    }
    if (prior == null) {
      return;
    }
    for (SampleRemitService line : prior.services()) {
      if (line.service().number() == service.number()) {
        out.segment(
            "SVD",
            prior.payer().identifier(),
            line.paid(),
            X12Remits.procedure(line.code(), line.modifiers()),
            null,
            service.units());
        X12Remits.adjustments(out, line.adjustments());
        out.segment("DTP", "573", "D8", prior.paymentDate());
      }
    }
  }
}
