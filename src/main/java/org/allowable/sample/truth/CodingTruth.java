package org.allowable.sample.truth;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.allowable.sample.claim.ClaimLife;
import org.allowable.sample.claim.SampleSubmission;
import org.allowable.sample.practice.ServiceCatalog;
import org.allowable.sample.practice.Visit.Service;

/**
 * The coding errors that were put into current claims, as {@code coding_finding.csv}: what a review
 * must find, among whatever else it finds.
 */
final class CodingTruth implements Closeable {

  private static final String FLUOROSCOPY = "77003";

  // Beside an epidural it may have been one of these that the imaging guided.
  private static final Set<String> GUIDED =
      Set.of(ServiceCatalog.Plan.JOINT.code(), ServiceCatalog.Plan.TRIGGER_POINT.code());

  // Before the first limits that ship nothing is over them.
  private static final LocalDate LIMITS_SINCE = LocalDate.of(2024, 4, 1);

  private static final Set<String> SEPARATING = Set.of("LT", "RT", "59");

  private final CsvFile findings;

  CodingTruth(Path folder) throws IOException {
    findings =
        new CsvFile(
            folder.resolve("coding_finding.csv"),
            "claim_id",
            "claim_line_number",
            "submission_id",
            "hcpcs_code",
            "rule");
  }

  /** Writes what is wrong with the version of a claim that counts. */
  void write(ClaimLife life, SampleSubmission current) {
    List<Service> services = current.services();
    for (int i = 0; i < services.size(); i++) {
      String code = services.get(i).code();
      boolean isBundled =
          code.equals(FLUOROSCOPY)
              && life.visit().isEpidural()
              && services.stream().noneMatch(s -> GUIDED.contains(s.code()));
      if (life.visit().lacksComponent() && isWholeImaging(services.get(i)) && !isBundled) {
        row(current, i, code, "MODIFIER_26_MISSING");
      }
      if (ServiceCatalog.DELETED.contains(code)) {
        row(current, i, code, "DELETED_CODE");
      } else if (isBundled) {
        row(current, i, code, "IMAGING_BUNDLED");
      } else if (code.equals(FLUOROSCOPY) && life.visit().isEpidural()) {
        if (services.stream().anyMatch(CodingTruth::isEpidural)) {
          row(current, i, code, "PAIR_NEEDS_MODIFIER");
        }
      } else if (isBareVisit(services.get(i))
          && services.stream().anyMatch(CodingTruth::isPaired)) {
        row(current, i, code, "PAIR_NEEDS_MODIFIER");
      } else if (isOtherSide(services.subList(0, i), code)
          && !life.visit().date().isBefore(LIMITS_SINCE)) {
        row(current, i, code, "UNITS_OVER_LIMIT");
      }
    }
  }

  private static boolean isWholeImaging(Service service) {
    return ServiceCatalog.IMAGING.contains(service.code()) && service.modifiers().isEmpty();
  }

  private static boolean isBareVisit(Service service) {
    return ServiceCatalog.ESTABLISHED.contains(service.code()) && service.modifiers().isEmpty();
  }

  // Column 1 of a pair with a visit, without a modifier that separates.
  private static boolean isPaired(Service service) {
    boolean isProcedure =
        service.code().equals(ServiceCatalog.FACILITY_ONLY)
            || ServiceCatalog.PLANS.stream().anyMatch(plan -> plan.code().equals(service.code()));
    return isProcedure && !isSeparated(service);
  }

  // An epidural that a modifier separates from what was done beside it is none here.
  private static boolean isEpidural(Service service) {
    return ServiceCatalog.PLANS.stream()
            .anyMatch(plan -> plan.isEpidural() && plan.code().equals(service.code()))
        && !isSeparated(service);
  }

  private static boolean isSeparated(Service service) {
    return service.modifiers().stream().anyMatch(SEPARATING::contains);
  }

  // Left and right on a line each, of what is paid once a day: it belongs on one with modifier 50.
  private static boolean isOtherSide(List<Service> before, String code) {
    return !code.equals(ServiceCatalog.Plan.JOINT.code())
        && ServiceCatalog.PLANS.stream().anyMatch(p -> p.isOneSided() && p.code().equals(code))
        && before.stream().anyMatch(service -> service.code().equals(code));
  }

  private void row(SampleSubmission current, int position, String code, String rule) {
    findings.row(current.claimId(), position + 1, current.submissionId(), code, rule);
  }

  @Override
  public void close() throws IOException {
    findings.close();
  }
}
