package org.allowable.ingest.x12;

import java.util.List;

/** Sound X12 texts for tests, written as segments with {@code *} and {@code :}. */
final class X12Text {

  private X12Text() {}

  /** An 835 of version 5010 around the segments after its head. */
  static String remittance(String... segments) {
    return interchange(1, "HP", "005010X221A1", transaction("835*0001", head(segments)));
  }

  /** The segments of an 835: BPR, TRN, payer, payee, then those given. */
  static List<String> head(String... segments) {
    List<String> all = new java.util.ArrayList<>();
    all.add("BPR*I*90*C*ACH*CCP*01*999999999*DA*1*1999999999**01*999999999*DA*1*20250901");
    all.add("TRN*1*T1*1999999999");
    all.add("DTM*405*20250902");
    all.add("N1*PR*SYN PAYER");
    all.add("REF*2U*SYN01");
    all.add("N1*PE*SYN PAIN CLINIC*XX*1999999984");
    all.add("LX*1");
    all.addAll(List.of(segments));
    return all;
  }

  /** An 837P of one billing provider and one subscriber around the segments of their claims. */
  static String claims(String... segments) {
    List<String> all = new java.util.ArrayList<>();
    all.add("BHT*0019*00*BATCH1*20250805*1200*CH");
    all.add("HL*1**20*1");
    all.add("NM1*85*2*SYN PAIN CLINIC*****XX*1999999984");
    all.add("N4*ANYTOWN*NJ*070000000");
    all.add("HL*2*1*22*0");
    all.add("SBR*P*18*******CI");
    all.add("NM1*IL*1*SYNTH*PAT****MI*M002");
    all.add("DMG*D8*19600101*F");
    all.add("NM1*PR*2*SYN PAYER*****PI*SYN01");
    all.addAll(List.of(segments));
    return professional(all.toArray(new String[0]));
  }

  /** An 837P around all its segments. */
  static String professional(String... segments) {
    return interchange(
        2, "HC", "005010X222A1", transaction("837*0001*005010X222A1", List.of(segments)));
  }

  /** ST to SE. */
  static String transaction(String set, List<String> segments) {
    String number = set.split("\\*", -1)[1];
    return "ST*"
        + set
        + "~"
        + String.join("~", segments)
        + "~SE*"
        + (segments.size() + 2)
        + "*"
        + number
        + "~";
  }

  /** ISA to IEA around transactions. */
  static String interchange(int number, String code, String version, String... transactions) {
    return "ISA*00*          *00*          *ZZ*SENDER         *ZZ*RECEIVER       *250901*1200*^*00501*"
        + String.format("%09d", number)
        + "*0*T*:"
        + "~GS*"
        + code
        + "*SENDER*RECEIVER*20250901*1200*7*X*"
        + version
        + "~"
        + String.join("", transactions)
        + "GE*"
        + transactions.length
        + "*7~IEA*1*"
        + String.format("%09d", number)
        + "~";
  }
}
