package org.allowable.job;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** A claim of a test, to be written as an 837P. What is not said is alike in all claims. */
final class ClaimText {

  /** The day of service of claims that name none. */
  static final String DAY = "20251006";

  private record Line(String procedure, String charge, String units, String control, String day) {}

  private final String id;
  private final List<Line> lines = new ArrayList<>();
  private String frequency = "1";
  private String responsibility = "P";
  private String payer = "HUN01";
  private String filing = "CI";
  private String billing = CaseFiles.PAYEE;
  private String rendering = "1999999943";
  private String submitted = "20251007";
  private String day = DAY;
  private String patient = "";
  private String place = "11";
  private String authorization = "";
  private String replaced = "";
  private List<String> diagnoses = List.of("M5416");
  private String pointers = "1";

  ClaimText(String id) {
    this.id = id;
  }

  /** CLM05-3: 1 original, 7 replacement, 8 void. */
  ClaimText frequency(String code) {
    frequency = code;
    return this;
  }

  /** SBR01. */
  ClaimText responsibility(String code) {
    responsibility = code;
    return this;
  }

  ClaimText payer(String identifier) {
    payer = identifier;
    return this;
  }

  /** SBR09, the claim filing indicator. */
  ClaimText filing(String code) {
    filing = code;
    return this;
  }

  /** Who bills. */
  ClaimText billing(String npi) {
    billing = npi;
    return this;
  }

  ClaimText rendering(String npi) {
    rendering = npi;
    return this;
  }

  ClaimText submitted(String date) {
    submitted = date;
    return this;
  }

  /** Whose claim it is; without it a patient of its own. */
  ClaimText patient(String name) {
    patient = name;
    return this;
  }

  /** CLM05-1, the place of service. */
  ClaimText at(String code) {
    place = code;
    return this;
  }

  /** REF*G1. */
  ClaimText authorized(String number) {
    authorization = number;
    return this;
  }

  /** REF*F8, the payer's number for its answer to the claim that this one replaces or voids. */
  ClaimText replaces(String controlNumber) {
    replaced = controlNumber;
    return this;
  }

  /** The diagnoses; lines point to the first. */
  ClaimText diagnoses(String... codes) {
    diagnoses = List.of(codes);
    return this;
  }

  /** The diagnoses that the lines point to, as in SV107. */
  ClaimText pointing(String positions) {
    pointers = positions;
    return this;
  }

  /** Day of service of the lines that follow. */
  ClaimText on(String date) {
    day = date;
    return this;
  }

  /** A line without a control number. */
  ClaimText line(String procedure, String charge) {
    return line(procedure, charge, "");
  }

  /**
   * A line.
   *
   * @param procedure code and modifiers with colons between
   * @param control REF*6R
   */
  ClaimText line(String procedure, String charge, String control) {
    return line(procedure, charge, "1", control);
  }

  /** A line of several units. */
  ClaimText line(String procedure, String charge, String units, String control) {
    lines.add(new Line(procedure, charge, units, control, day));
    return this;
  }

  /** The segments between ST and SE. */
  List<String> segments() {
    List<String> segments =
        new ArrayList<>(
            List.of(
                "BHT*0019*00*BATCH*" + submitted + "*1200*CH",
                "HL*1**20*1",
                "NM1*85*2*SYN PAIN CLINIC*****XX*" + billing,
                "N4*ANYTOWN*NJ*070000000",
                "HL*2*1*22*0",
                "SBR*" + responsibility + "*18*******" + filing,
                // A patient of its own, so that its procedures rank with no other claim's.
                "NM1*IL*1*SYNTH " + (patient.isEmpty() ? id : patient) + "*PAT****MI*M002",
                "DMG*D8*19600101*F",
                "NM1*PR*2*PAYER " + payer + "*****PI*" + payer,
                "CLM*" + id + "*" + charges() + "***" + place + ":B:" + frequency + "*Y*A*Y*Y",
                authorization.isEmpty() ? "REF*EA*NONE" : "REF*G1*" + authorization,
                "HI*ABK:" + String.join("*ABF:", diagnoses),
                "NM1*82*1*DOE*JANE****XX*" + rendering));
    if (!replaced.isEmpty()) {
      segments.add(segments.size() - 2, "REF*F8*" + replaced);
    }
    for (int i = 0; i < lines.size(); i++) {
      Line line = lines.get(i);
      segments.add("LX*" + (i + 1));
      segments.add(
          "SV1*HC:%s*%s*UN*%s***%s"
              .formatted(line.procedure(), line.charge(), line.units(), pointers));
      segments.add("DTP*472*D8*" + line.day());
      if (!line.control().isEmpty()) {
        segments.add("REF*6R*" + line.control());
      }
    }
    return segments;
  }

  private BigDecimal charges() {
    return lines.stream()
        .map(line -> new BigDecimal(line.charge()))
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }
}
