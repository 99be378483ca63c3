package org.allowable.ingest.cms;

/** What a CMS file holds and how it is laid out. */
enum FileKind {
  RELATIVE_VALUE_COLUMNS("relative values"),
  RELATIVE_VALUE_FIXED("relative values"),
  GPCI_COLUMNS("geographic indices"),
  GPCI_FIXED("geographic indices"),
  OPPS_CAP("outpatient caps"),
  ZIP_LOCALITY("ZIP code localities"),
  ANESTHESIA("anesthesia conversion factors"),
  PRICED_AMOUNTS("fee schedule amounts that CMS priced"),
  ASC_ADDENDUM("ambulatory surgical center addendum"),
  OPPS_ADDENDUM("outpatient hospital addendum"),
  NCCI("NCCI edits"),
  NOT_PLAIN("an archive or another packed file: unpack it first"),
  UNKNOWN("not a CMS file that we know");

  private final String label;

  FileKind(String label) {
    this.label = label;
  }

  /** What a person calls such a file. */
  String label() {
    return label;
  }

  /** Whether its rows become a reference table. */
  boolean isImported() {
    return switch (this) {
      case RELATIVE_VALUE_COLUMNS,
          RELATIVE_VALUE_FIXED,
          GPCI_COLUMNS,
          GPCI_FIXED,
          OPPS_CAP,
          ZIP_LOCALITY ->
          true;
      default -> false;
    };
  }
}
