package org.allowable.sample.warehouse;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.allowable.config.Practice;
import org.allowable.model.Warehouse;
import org.allowable.sample.claim.ClaimLife;
import org.allowable.sample.claim.SampleRemitClaim;
import org.allowable.sample.claim.SampleRemitService;
import org.allowable.sample.claim.SampleSubmission;
import org.allowable.sample.practice.SamplePractice;
import org.allowable.sample.practice.Visit;
import org.allowable.sample.practice.Visit.Service;
import org.allowable.sample.x12.SampleProvenance;
import org.jspecify.annotations.Nullable;

/** Claims as rows of the claim lines. */
final class ClaimRows {

  private record Source(SampleProvenance provenance, String hash) {}

  private final Practice practice;
  private final PatientKeys keys;
  private final Map<LocalDate, Source> sources = new HashMap<>();

  ClaimRows(Practice practice, PatientKeys keys) {
    this.practice = practice;
    this.keys = keys;
  }

  /** The rows of all claims of a life. */
  List<@Nullable Object[]> rows(ClaimLife life) {
    List<@Nullable Object[]> rows = new ArrayList<>();
    if (life.submissions().isEmpty()) {
      return rows;
    }
    String patientKey = keys.of(life.visit().patient());
    String month = YearMonth.from(life.visit().date()).toString();
    for (SampleSubmission submission : life.submissions()) {
      Source source = sources.computeIfAbsent(submission.submittedDate(), d -> source(submission));
      for (Service service : submission.services()) {
        RowCells cells = new RowCells(Warehouse.CLAIM_LINE);
        cells.from(source.provenance(), source.hash());
        claim(cells, submission);
        line(cells, submission, service);
        rows.add(cells.set("patient_key", patientKey).set("service_month", month).row());
      }
    }
    return rows;
  }

  private static Source source(SampleSubmission submission) {
    SampleProvenance provenance = SampleProvenance.of(submission);
    return new Source(provenance, provenance.fileHash());
  }

  private void claim(RowCells cells, SampleSubmission submission) {
    Visit visit = submission.visit();
    cells
        .set("submission_id", submission.submissionId())
        .set("claim_id", submission.claimId())
        .set("claim_frequency_code", submission.frequencyCode())
        .set("original_payer_claim_number", submission.originalControlNumber())
        .set("payer_responsibility_code", submission.responsibilityCode())
        .set("claim_filing_indicator_code", submission.payer().filingCode())
        .set("payer_id", submission.payer().identifier())
        .set("payer_name", submission.payer().wireName())
        .set("billing_npi", SamplePractice.BILLING_NPI)
        .set("rendering_npi", visit.physicianNpi(practice))
        .set("facility_npi", visit.facilityNpi())
        .set("place_of_service_code", visit.site().placeOfService())
        .set("service_zip_code", SamplePractice.BILLING_ZIP)
        .set("prior_authorization_number", submission.authorizationNumber())
        .set("submitted_date", submission.submittedDate())
        .set("claim_charge_amount", submission.charge())
        .set("claim_line_start_date", visit.date())
        .set("claim_line_end_date", visit.date())
        .set("prior_payers", List.of())
        .set("is_claim_in_balance", true);
    for (int i = 0; i < visit.diagnoses().size(); i++) {
      cells.set("diagnosis_code_" + (i + 1), visit.diagnoses().get(i));
    }
  }

  private static void line(RowCells cells, SampleSubmission submission, Service service) {
    cells
        .set("claim_line_number", service.number())
        .set("line_item_control_number", service.controlNumber())
        .set("procedure_qualifier", "HC")
        .set("hcpcs_code", service.code())
        .set("charge_amount", service.charge())
        .set("unit_measure_code", "UN")
        .set("service_unit_quantity", BigDecimal.valueOf(service.units()))
        .set("diagnosis_pointers", service.pointers());
    for (int i = 0; i < service.modifiers().size(); i++) {
      cells.set("hcpcs_modifier_" + (i + 1), service.modifiers().get(i));
    }
    SampleRemitClaim prior = submission.prior();
    if (prior != null) {
      cells.set("prior_payers", priorPayers(prior, service));
    }
  }

  private static List<Object[]> priorPayers(SampleRemitClaim prior, Service service) {
    for (SampleRemitService line : prior.services()) {
      if (line.service().number() == service.number()) {
        return List.<Object[]>of(
            new Object[] {
              prior.payer().identifier(),
              line.paid(),
              prior.paymentDate(),
              RemitRows.adjustments("LINE", line.adjustments())
            });
      }
    }
    return List.of();
  }
}
