package org.allowable.model;

/**
 * What CMS publishes for the physician fee schedule, with where and when it holds.
 *
 * @see Reference
 */
public final class ReferencePhysicianFees {

  /**
   * Relative value units by code and modifier: one row per release, code and modifier (empty, 26,
   * TC or 53). Source: CMS PPRRVU files. RVUs have two decimals; shares are 0..1.
   */
  public static final Table RELATIVE_VALUE =
      Table.of(
          "relative_value",
          "release, hcpcs_code, modifier",
          """
          release string not null,
          effective_from_date date not null,
          hcpcs_code string not null,
          modifier string,
          status_code string not null,
          work_rvu decimal(7,2) not null,
          non_facility_pe_rvu decimal(7,2) not null,
          is_non_facility_na boolean not null,
          facility_pe_rvu decimal(7,2) not null,
          is_facility_na boolean not null,
          mp_rvu decimal(7,2) not null,
          non_facility_total_rvu decimal(7,2) not null,
          facility_total_rvu decimal(7,2) not null,
          pctc_indicator string,
          global_days string,
          preoperative_share decimal(5,4),
          intraoperative_share decimal(5,4),
          postoperative_share decimal(5,4),
          multiple_procedure_indicator string,
          bilateral_indicator string,
          assistant_surgeon_indicator string,
          co_surgeon_indicator string,
          team_surgeon_indicator string,
          endoscopic_base_code string,
          conversion_factor decimal(8,4) not null,
          supervision_indicator string,
          calculation_flag string,
          imaging_family_indicator string,
          opps_non_facility_pe_rvu decimal(7,2),
          opps_facility_pe_rvu decimal(7,2),
          opps_mp_rvu decimal(7,2)
          """
              + Reference.SOURCE_FILE);

  /**
   * Geographic practice cost indices by locality. {@code work_gpci} is the work index as CMS
   * publishes it for the year, with the floor where the file has one; {@code
   * work_gpci_without_floor} the locality's own, null where the file does not say it. Source: CMS
   * addendum E.
   */
  public static final Table GPCI =
      Table.of(
          "gpci",
          "release, carrier, locality",
          """
          release string not null,
          effective_from_date date not null,
          carrier string not null,
          locality string not null,
          state string,
          locality_name string,
          work_gpci decimal(5,3) not null,
          pe_gpci decimal(5,3) not null,
          mp_gpci decimal(5,3) not null,
          work_gpci_without_floor decimal(5,3)
          """
              + Reference.SOURCE_FILE);

  /** The index below which no locality's work index counts, while the law sets one. */
  public static final Table WORK_INDEX_FLOOR =
      Table.of(
          "work_index_floor",
          "effective_from_date",
          """
          effective_from_date date not null,
          effective_to_date date,
          floor_index decimal(5,3) not null
          """
              + Reference.SOURCE);

  /** Amounts that the outpatient hospital rate caps, US dollars. Source: CMS OPPSCAP files. */
  public static final Table OPPS_CAP =
      Table.of(
          "opps_cap",
          "release, hcpcs_code, modifier, carrier, locality",
          """
          release string not null,
          effective_from_date date not null,
          hcpcs_code string not null,
          modifier string,
          status_code string not null,
          carrier string not null,
          locality string not null,
          facility_amount decimal(12,2) not null,
          non_facility_amount decimal(12,2) not null
          """
              + Reference.SOURCE_FILE);

  /** The payment locality of a ZIP code. Source: CMS ZIP code to carrier locality file. */
  public static final Table ZIP_LOCALITY =
      Table.of(
          "zip_locality",
          "zip_code, effective_from_date",
          """
          zip_code string not null,
          carrier string not null,
          locality string not null,
          effective_from_date date not null,
          effective_to_date date
          """
              + Reference.SOURCE_FILE);

  /** US dollars per relative value unit by date of service; apm_status is any, qp or non_qp. */
  public static final Table CONVERSION_FACTOR =
      Table.of(
          "conversion_factor",
          "effective_from_date, apm_status",
          """
          effective_from_date date not null,
          effective_to_date date not null,
          apm_status string not null,
          conversion_factor decimal(8,4) not null
          """
              + Reference.SOURCE);

  /**
   * When a release starts to hold. Release A starts on 1 January, B on 1 April, C on 1 July and D
   * on 1 October; AR corrects A from its own date.
   */
  public static final Table RELEASE_CALENDAR =
      Table.of(
          "release_calendar",
          "release",
          """
          release string not null,
          effective_from_date date not null
          """
              + Reference.SOURCE);

  /**
   * When a release of what is not a relative value starts to hold, by kind; relative values and
   * outpatient caps have {@link #RELEASE_CALENDAR}.
   */
  public static final Table REFERENCE_CALENDAR =
      Table.of(
          "reference_calendar",
          "kind, release",
          """
          kind string not null,
          release string not null,
          effective_from_date date not null
          """
              + Reference.SOURCE);

  /**
   * Kinds of reference data that CMS renews, in the order in which they are listed: the table that
   * holds each, the payment system whose rates it holds, and on which page of CMS its files are.
   */
  public static final Table REFERENCE_KIND =
      Table.of(
          "reference_kind",
          "kind",
          """
          kind string not null,
          ordinal int not null,
          label string not null,
          reference_table string not null,
          payment_system string,
          cms_page string not null
          """
              + Reference.SOURCE);

  /**
   * Releases of which a table holds an extract alone: a code that is not in it may have a fee. The
   * part is that of the table's file (AA, BB), null where the release is one file.
   */
  public static final Table REFERENCE_EXTRACT =
      Table.of(
          "reference_extract",
          "reference_table, release, part",
          """
          reference_table string not null,
          release string not null,
          part string
          """
              + Reference.SOURCE);

  /** Localities that CMS has retired: their absence from a later release is not a gap. */
  public static final Table RETIRED_LOCALITY =
      Table.of(
          "retired_locality",
          "carrier, locality",
          """
          carrier string not null,
          locality string not null,
          last_date date not null
          """
              + Reference.SOURCE);

  /**
   * What a PPRRVU status code means for pricing: {@code PRICED}, or the reason why the fee schedule
   * sets no price. {@code is_payable}: the physician fee schedule pays such a service, by its own
   * values, a contractor's or anesthesia units; {@code is_paid_only_alone}: only on a day on which
   * it pays nothing else to the same provider. Source: CMS RVU read-me, attachment A.
   */
  public static final Table FEE_STATUS =
      Table.of(
          "fee_status",
          "status_code",
          """
          status_code string not null,
          pricing_status string not null,
          is_payable boolean not null,
          is_paid_only_alone boolean not null,
          label string not null
          """
              + Reference.SOURCE);

  private ReferencePhysicianFees() {}
}
