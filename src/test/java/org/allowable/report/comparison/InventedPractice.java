package org.allowable.report.comparison;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.allowable.model.Rows;

/** A practice that does not exist: eight payers, 25 codes, three settings, two proposals. */
final class InventedPractice {

  private InventedPractice() {}

  /** Its marts. */
  static Map<String, Rows> marts() {
    InventedMarts marts = new InventedMarts(manyServices());
    marts.multiples();
    InventedProposal proposals = new InventedProposal(marts);
    proposals.add("pinnacle-2026", InventedMarts.PINNACLE, new BigDecimal("1.38"));
    proposals.add("crestline-counter", "Crestline Mutual", new BigDecimal("1.12"));
    InventedFindings findings = new InventedFindings(marts);
    findings.findings();
    findings.perUnit();
    return marts.marts();
  }

  private static List<InventedMarts.Service> manyServices() {
    String[] payers = {
      "Medicare",
      InventedMarts.PINNACLE,
      "Crestline Mutual",
      "Blue Harbor PPO",
      "Northwind Medicare Advantage",
      "Summit Employers",
      "State Medicaid",
      "Harborside Workers Compensation"
    };
    double[] rates = {0.997, 1.21, 1.02, 1.34, 1.01, 1.48, 0.74, 1.29};
    String[] codes = {
      "62323", "64483", "64493", "99214", "64635", "62321", "64490", "99213", "64484", "64494",
      "64636", "27096", "20553", "20610", "64633", "99204", "64450", "64405", "63650", "62350",
      "64520", "76942", "77003", "97110", "J1030"
    };
    String[] families = {
      "Epidural, interlaminar",
      "Epidural, transforaminal",
      "Facet block",
      "Visit",
      "Facet ablation",
      "Epidural, interlaminar",
      "Facet block",
      "Visit",
      "Epidural, transforaminal",
      "Facet block",
      "Facet ablation",
      "Sacroiliac joint",
      "Trigger point",
      "Joint injection",
      "Facet ablation",
      "Visit",
      "Nerve block",
      "Nerve block",
      "Spinal cord stimulation",
      "Intrathecal pump",
      "Sympathetic block",
      "Imaging",
      "Imaging",
      "Therapy",
      "Drug"
    };
    String[] settings = {"office", "asc", "hospital_outpatient"};
    Random random = new Random(7);
    List<InventedMarts.Service> services = new ArrayList<>();
    for (int p = 0; p < payers.length; p++) {
      for (int c = 0; c < codes.length; c++) {
        for (int s = 0; s < settings.length; s++) {
          double size = 260.0 / (1 + c * 0.5) / (1 + s * 1.4) / (1 + p * 0.35);
          long lines = Math.round(size * (0.6 + random.nextDouble()));
          if (lines < 2) {
            continue;
          }
          double price = (s == 0 ? 210 : 95) * (0.5 + (c * 7 % 11) / 6.0);
          double multiple = rates[p] * (0.86 + 0.28 * random.nextDouble());
          BigDecimal medicare = BigDecimal.valueOf(price * lines).setScale(2, RoundingMode.HALF_UP);
          BigDecimal allowed =
              medicare.multiply(BigDecimal.valueOf(multiple)).setScale(2, RoundingMode.HALF_UP);
          services.add(
              new InventedMarts.Service(
                  payers[p],
                  codes[c],
                  settings[s],
                  families[c],
                  lines,
                  medicare,
                  allowed,
                  BigDecimal.valueOf(lines * (10L + c), 1).setScale(2)));
        }
      }
    }
    return services;
  }
}
