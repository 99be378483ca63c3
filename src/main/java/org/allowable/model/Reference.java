package org.allowable.model;

import java.util.List;

/**
 * The reference tables: facts that CMS published and rules with dates, each row with its source.
 *
 * <p>They are CSV files with a header line of the column names, {@code <table>.csv} or, for tables
 * of which each release is a file, {@code <table>/<release>.csv}. An empty cell is a null. Dates
 * are ISO; an end date is the last day on which a row holds, null when it still does.
 *
 * <p>Each table is described where its group declares it; all are reached from here.
 */
public final class Reference {

  static final String SOURCE = ", source string not null";
  static final String SOURCE_FILE = ", source_file string not null, source_sha256 string not null";

  // What CMS publishes for the physician fee schedule, with where and when it holds.
  public static final Table RELATIVE_VALUE = ReferencePhysicianFees.RELATIVE_VALUE;
  public static final Table GPCI = ReferencePhysicianFees.GPCI;
  public static final Table WORK_INDEX_FLOOR = ReferencePhysicianFees.WORK_INDEX_FLOOR;
  public static final Table OPPS_CAP = ReferencePhysicianFees.OPPS_CAP;
  public static final Table ZIP_LOCALITY = ReferencePhysicianFees.ZIP_LOCALITY;
  public static final Table CONVERSION_FACTOR = ReferencePhysicianFees.CONVERSION_FACTOR;
  public static final Table RELEASE_CALENDAR = ReferencePhysicianFees.RELEASE_CALENDAR;
  public static final Table REFERENCE_CALENDAR = ReferencePhysicianFees.REFERENCE_CALENDAR;
  public static final Table REFERENCE_KIND = ReferencePhysicianFees.REFERENCE_KIND;
  public static final Table REFERENCE_EXTRACT = ReferencePhysicianFees.REFERENCE_EXTRACT;
  public static final Table RETIRED_LOCALITY = ReferencePhysicianFees.RETIRED_LOCALITY;
  public static final Table FEE_STATUS = ReferencePhysicianFees.FEE_STATUS;

  // What CMS publishes for surgery centers and outpatient hospitals.
  public static final Table ASC_PAYMENT = ReferenceFacilityFees.ASC_PAYMENT;
  public static final Table ASC_EXCLUDED = ReferenceFacilityFees.ASC_EXCLUDED;
  public static final Table OPPS_PAYMENT = ReferenceFacilityFees.OPPS_PAYMENT;
  public static final Table WAGE_INDEX = ReferenceFacilityFees.WAGE_INDEX;
  public static final Table PAYMENT_SYSTEM_RULE = ReferenceFacilityFees.PAYMENT_SYSTEM_RULE;
  public static final Table FACILITY_STATUS = ReferenceFacilityFees.FACILITY_STATUS;

  // CMS's coding edits: how much of a code, and which codes beside each other.
  public static final Table MEDICALLY_UNLIKELY_EDIT = ReferenceEdits.MEDICALLY_UNLIKELY_EDIT;
  public static final Table PROCEDURE_PAIR = ReferenceEdits.PROCEDURE_PAIR;
  public static final Table ADD_ON_CODE = ReferenceEdits.ADD_ON_CODE;

  // Dated rules that change a fee: place, modifiers, roles, ranks, who renders and who
  // participates.
  public static final Table PLACE_OF_SERVICE = ReferencePriceRules.PLACE_OF_SERVICE;
  public static final Table SETTING_RULE = ReferencePriceRules.SETTING_RULE;
  public static final Table MODIFIER_EFFECT = ReferencePriceRules.MODIFIER_EFFECT;
  public static final Table BILATERAL_RULE = ReferencePriceRules.BILATERAL_RULE;
  public static final Table SURGEON_ROLE_RULE = ReferencePriceRules.SURGEON_ROLE_RULE;
  public static final Table MULTIPLE_PROCEDURE_RULE = ReferencePriceRules.MULTIPLE_PROCEDURE_RULE;
  public static final Table CREDENTIAL_RULE = ReferencePriceRules.CREDENTIAL_RULE;
  public static final Table PARTICIPATION_RULE = ReferencePriceRules.PARTICIPATION_RULE;

  // What reports say of payments, denials and codes.
  public static final Table PROCEDURE_FAMILY = ReferenceReports.PROCEDURE_FAMILY;
  public static final Table BENCHMARK = ReferenceReports.BENCHMARK;
  public static final Table SEQUESTRATION = ReferenceReports.SEQUESTRATION;
  public static final Table ADJUSTMENT_ROLE = ReferenceReports.ADJUSTMENT_ROLE;
  public static final Table DENIAL_GROUP = ReferenceReports.DENIAL_GROUP;

  /** All reference tables. */
  public static final List<Table> TABLES =
      List.of(
          RELATIVE_VALUE,
          GPCI,
          WORK_INDEX_FLOOR,
          OPPS_CAP,
          ZIP_LOCALITY,
          ASC_PAYMENT,
          ASC_EXCLUDED,
          OPPS_PAYMENT,
          MEDICALLY_UNLIKELY_EDIT,
          PROCEDURE_PAIR,
          ADD_ON_CODE,
          WAGE_INDEX,
          CONVERSION_FACTOR,
          RELEASE_CALENDAR,
          REFERENCE_CALENDAR,
          REFERENCE_KIND,
          REFERENCE_EXTRACT,
          RETIRED_LOCALITY,
          PLACE_OF_SERVICE,
          FEE_STATUS,
          SETTING_RULE,
          MODIFIER_EFFECT,
          BILATERAL_RULE,
          SURGEON_ROLE_RULE,
          MULTIPLE_PROCEDURE_RULE,
          CREDENTIAL_RULE,
          PARTICIPATION_RULE,
          PAYMENT_SYSTEM_RULE,
          FACILITY_STATUS,
          PROCEDURE_FAMILY,
          BENCHMARK,
          SEQUESTRATION,
          ADJUSTMENT_ROLE,
          DENIAL_GROUP,
          RemittanceReference.CLAIM_STATUS,
          RemittanceReference.REMARK_ALERT,
          RemittanceReference.PARTIAL_DENIAL_RULE,
          DenialReference.DENIAL_SIGNAL,
          DenialReference.DENIAL_OWNER,
          DenialReference.DENIAL_EVIDENCE,
          DenialReference.APPEAL_WINDOW,
          DenialReference.APPEAL_REFUSAL,
          DenialReference.RECOVERY_DEFAULT,
          FrequencyReference.FREQUENCY_POLICY,
          FrequencyReference.FREQUENCY_POLICY_CODE,
          FrequencyReference.FREQUENCY_POLICY_DEFAULT,
          FrequencyReference.FREQUENCY_SIGNAL,
          CodingReference.PROCEDURE_MEANING,
          CodingReference.CODING_RULE,
          CodingReference.DIAGNOSIS_REGION,
          CodingReference.UNSPECIFIC_DIAGNOSIS,
          CodingReference.COVERED_DIAGNOSIS,
          CodingReference.CODING_CODE_SET,
          CodingReference.CODING_POLICY,
          CodingReference.SESSION_RULE,
          CodingReference.PRIOR_AUTHORIZATION_RULE,
          CodingReference.NOTE_REQUIREMENT,
          CodingReference.SPINAL_LEVEL,
          CodingReference.PAIR_MODIFIER,
          CodingReference.INDICATOR_RULE,
          CodingReference.CLAIM_FILING_CLASS,
          RetrainingReference.FINDING_DENIAL,
          RetrainingReference.RETRAINING_LESSON);

  private Reference() {}
}
