package org.allowable.sample;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Set;

/**
 * The coding errors that were put into current claims, as {@code coding_finding.csv}: what a review
 * must find, among whatever else it finds.
 */
final class CodingTruth implements Closeable {

  private static final String FLUOROSCOPY = "77003";

  // Beside an epidural it may have been one of these that the imaging guided.
  private static final Set<String> GUIDED =
      Set.of(Catalogue.Plan.JOINT.code(), Catalogue.Plan.TRIGGER_POINT.code());

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
  void write(ClaimLife life, Submission current) {
    for (int i = 0; i < current.services().size(); i++) {
      String code = current.services().get(i).code();
      if (Catalogue.DELETED.contains(code)) {
        row(life, current, i, code, "DELETED_CODE");
      } else if (code.equals(FLUOROSCOPY) && life.visit().isEpidural()) {
        boolean isOther = current.services().stream().anyMatch(s -> GUIDED.contains(s.code()));
        row(life, current, i, code, isOther ? "PAIR_NEEDS_MODIFIER" : "IMAGING_BUNDLED");
      }
    }
  }

  private void row(ClaimLife life, Submission current, int position, String code, String rule) {
    findings.row(life.visit().claimId(), position + 1, current.submissionId(), code, rule);
  }

  @Override
  public void close() throws IOException {
    findings.close();
  }
}
