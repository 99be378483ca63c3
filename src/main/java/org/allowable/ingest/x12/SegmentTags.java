package org.allowable.ingest.x12;

import java.nio.charset.StandardCharsets;

/** The names of segments: few, and each met millions of times, so that one text serves for all. */
final class SegmentTags {

  private static final int PLACES = 1 << 10;
  private static final String[] KNOWN = new String[PLACES];

  static {
    String all =
        "ISA GS ST BPR NTE TRN CUR REF DTM N1 N2 N3 N4 PER RDM LX TS3 TS2 CLP CAS NM1 MIA MOA AMT"
            + " QTY SVC LQ PLB SE GE IEA TA1 BHT HL PRV PAT SBR DMG CLM DTP CL1 PWK CN1 K3 HI CR1"
            + " CR2 CRC HCP OI SV1 SV5 LIN CTP SVD FRM MEA PS1";
    for (String tag : all.split(" ", -1)) {
      KNOWN[place(tag.getBytes(StandardCharsets.ISO_8859_1), tag.length())] = tag;
    }
  }

  private SegmentTags() {}

  /**
   * The name that a segment begins with, without the blanks about it.
   *
   * @param length bytes before the first separator
   */
  static String of(byte[] token, int length) {
    if (length == 2 || length == 3) {
      String known = KNOWN[place(token, length)];
      if (known != null && isSame(known, token, length)) {
        return known;
      }
    }
    return new String(token, 0, length, StandardCharsets.ISO_8859_1).strip();
  }

  private static boolean isSame(String tag, byte[] token, int length) {
    boolean isSame = tag.length() == length;
    for (int i = 0; isSame && i < length; i++) {
      isSame = tag.charAt(i) == token[i];
    }
    return isSame;
  }

  private static int place(byte[] token, int length) {
    int hash = length;
    for (int i = 0; i < length; i++) {
      hash = 31 * hash + token[i];
    }
    return hash & (PLACES - 1);
  }
}
