package org.allowable.ingest.cms.kind;

/** What a CMS file holds and how it is laid out. */
public enum FileKind {
  RELATIVE_VALUE_COLUMNS("relative values", Dating.RELEASE),
  RELATIVE_VALUE_FIXED("relative values", Dating.RELEASE),
  GPCI_COLUMNS("geographic indices", Dating.RELEASE),
  GPCI_FIXED("geographic indices", Dating.RELEASE),
  OPPS_CAP_COLUMNS("outpatient caps", Dating.RELEASE),
  OPPS_CAP_FIXED("outpatient caps", Dating.RELEASE),
  ZIP_LOCALITY("ZIP code localities", Dating.NONE),
  ZIP_SNAPSHOT_COLUMNS("ZIP code localities of a quarter", Dating.NONE),
  ZIP_SNAPSHOT_FIXED("ZIP code localities of a quarter", Dating.NONE),
  ASC_PROCEDURE("ASC addendum AA", Dating.QUARTER),
  ASC_ANCILLARY("ASC addendum BB", Dating.QUARTER),
  ASC_DEVICE("ASC addendum FF", Dating.QUARTER),
  ASC_EXCLUDED("ASC addendum EE", Dating.QUARTER),
  OPPS_PAYMENT("OPPS addendum B", Dating.QUARTER_OR_YEAR),
  MEDICALLY_UNLIKELY("medically unlikely edits", Dating.QUARTER),
  PROCEDURE_PAIR("procedure pairs", Dating.NONE),
  ADD_ON_CODE("add-on codes", Dating.NONE),
  WAGE_INDEX("wage indices", Dating.NONE),
  ANESTHESIA("anesthesia conversion factors"),
  PRICED_AMOUNTS("fee schedule amounts that CMS priced"),
  ZIP_PLUS_FOUR("ZIP codes of nine digits; localities are found by five"),
  ASC_ADDENDUM("another ambulatory surgical center addendum"),
  OPPS_ADDENDUM("another outpatient hospital addendum"),
  NCCI("NCCI edits that are not for practitioners"),
  NOT_PLAIN("an archive or another packed file: unpack it first"),
  UNKNOWN("not a CMS file that we know");

  /** Where the rows get their release from. */
  public enum Dating {
    /** The fee schedule's releases, by title, name or folder. */
    RELEASE,
    /** A calendar quarter, by title, name or folder. */
    QUARTER,
    /** A calendar quarter or, where only the year is said, its first one. */
    QUARTER_OR_YEAR,
    /** No release: the rows have their own dates. */
    NONE,
    /** Not imported at all. */
    NEVER
  }

  /** Which files make one table together. */
  public enum Together {
    /** Each alone. */
    NOT,
    /** The device amounts belong to the procedures of their folder and quarter. */
    IN_A_FOLDER_AND_RELEASE,
    /** All files of procedure pairs. */
    ALL_PAIRS,
    /** All files of ZIP codes. */
    ALL_ZIP_CODES
  }

  private final String label;
  private final Dating dating;

  FileKind(String label) {
    this(label, Dating.NEVER);
  }

  FileKind(String label, Dating dating) {
    this.label = label;
    this.dating = dating;
  }

  /** What a person calls such a file. */
  public String label() {
    return label;
  }

  /** Where its rows get their release from. */
  public Dating dating() {
    return dating;
  }

  /** Which files of an import make one table: those of the same answer. */
  public Together together() {
    return switch (this) {
      case ASC_PROCEDURE, ASC_DEVICE -> Together.IN_A_FOLDER_AND_RELEASE;
      case PROCEDURE_PAIR -> Together.ALL_PAIRS;
      case ZIP_LOCALITY, ZIP_SNAPSHOT_COLUMNS, ZIP_SNAPSHOT_FIXED -> Together.ALL_ZIP_CODES;
      default -> Together.NOT;
    };
  }

  /** Whether its rows become a reference table. */
  public boolean isImported() {
    return dating != Dating.NEVER;
  }
}
