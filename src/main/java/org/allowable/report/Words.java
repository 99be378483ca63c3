package org.allowable.report;

import java.util.Map;

/** The codes of the marts in words. A code without words is shown as it is. */
public final class Words {

  private static final Map<String, String> OF =
      Map.ofEntries(
          Map.entry("office", "Office"),
          Map.entry("asc", "Surgery center"),
          Map.entry("hospital_outpatient", "Hospital outpatient"),
          Map.entry("inpatient", "Inpatient"),
          Map.entry("other", "Other"),
          Map.entry("unknown", "Unknown"),
          Map.entry("medicare", "Medicare"),
          Map.entry("medicare_advantage", "Medicare Advantage"),
          Map.entry("medicaid", "Medicaid"),
          Map.entry("commercial", "Commercial"),
          Map.entry("workers_compensation", "Workers compensation"),
          Map.entry("unmapped", "Not in the practice file"),
          Map.entry("OPEN", "No remittance yet"),
          Map.entry("NO_PRIMARY_REMITTANCE", "Only a later payer has answered"),
          Map.entry("NO_ALLOWED_AMOUNT", "The remittance states no allowed amount"),
          Map.entry("NO_CONTRACT", "No contract holds for this payer and date"),
          Map.entry("NOT_IN_CONTRACT", "No term of the contract gives the service a rate"),
          Map.entry("EXCLUDED_BY_CONTRACT", "The contract excludes the service"),
          Map.entry("UNMAPPED_PAYER", "The practice file does not name this payer"),
          Map.entry("NO_CODE", "No procedure code on the line"),
          Map.entry("NO_SERVICE_DATE", "No date of service on the line"),
          Map.entry("UNKNOWN_PLACE_OF_SERVICE", "Place of service missing or unknown"),
          Map.entry("NO_RELEASE", "No CMS release is loaded for the year"),
          Map.entry("NO_FEE", "The code is not in the loaded fee schedule"),
          Map.entry("NO_COMPONENT_FEE", "The code has no such component (26, TC or 53)"),
          Map.entry("UNKNOWN_STATUS_CODE", "CMS status code not known"),
          Map.entry("BUNDLED", "Medicare bundles the code: no separate price"),
          Map.entry("CARRIER_PRICED", "The Medicare contractor sets the price"),
          Map.entry("NOT_COVERED", "Medicare does not cover or price the code"),
          Map.entry("NOT_COVERED_IN_ASC", "Medicare does not pay the code in a surgery center"),
          Map.entry(
              "CONDITIONALLY_PACKAGED",
              "Packaged beside other services of the day: not priced here"),
          Map.entry("PRICED", "Priced"),
          Map.entry("NOT_VALID_FOR_MEDICARE", "Medicare uses another code"),
          Map.entry("ANESTHESIA", "Anesthesia: priced by base and time units"),
          Map.entry("DELETED_CODE", "Deleted code"),
          Map.entry("UNKNOWN_MODIFIER", "A modifier is not in the modifier table"),
          Map.entry(
              "MODIFIER_NOT_PRICED", "A modifier changes the price by a rule not priced here"),
          Map.entry("MODIFIER_NOT_APPLICABLE", "A modifier does not apply to the code"),
          Map.entry("BY_REPORT", "Paid by report: the payer decides on the documentation"),
          Map.entry("SURGEON_ROLE_NOT_PAID", "Medicare pays no such surgeon for the code"),
          Map.entry("MULTIPLE_PROCEDURES", "Ranked with procedures that are not in the files"),
          Map.entry("UNKNOWN_CREDENTIAL", "The credential is not in the credential table"),
          Map.entry("UNKNOWN_PARTICIPATION", "No rule for this participation and date"),
          Map.entry("UNKNOWN_LOCALITY", "No Medicare payment locality for the site"),
          Map.entry("NO_UNITS", "No number of units on the line"),
          Map.entry("denied", "Denied"),
          Map.entry("partly denied", "Partly denied"),
          Map.entry("yes", "Yes"),
          Map.entry("partly", "Partly"),
          Map.entry("no", "No"),
          Map.entry("control_number", "Line control number"),
          Map.entry("line_number", "Line number"),
          Map.entry("content", "Code, modifiers, date, charge"),
          Map.entry("content_without_charge", "Code, modifiers, date"),
          Map.entry("content_without_modifiers", "Code and date"),
          Map.entry("content_without_date", "Code and charge"),
          Map.entry("only_line_of_claim", "Only line of its claim"),
          Map.entry("B6", "Stated"),
          Map.entry("DERIVED", "Worked out"),
          Map.entry("LOADED", "Loaded"),
          Map.entry("ALREADY_LOADED", "Known before"),
          Map.entry("QUARANTINED", "Quarantined"),
          Map.entry("rows", "Rows"),
          Map.entry("dollars", "Dollars"),
          Map.entry("paid", "Paid"),
          Map.entry("charged", "Charged"),
          Map.entry("difference", "Difference"),
          Map.entry("NO_WAGE_INDEX", "No wage index for the facility"),
          Map.entry("UNITS_OVER_LIMIT", "More units than Medicare allows a day"),
          Map.entry("COMPARED", "Compared with Medicare"),
          Map.entry("DENIED", "Denied: nothing was allowed to compare"),
          Map.entry("ALLOWED_NOTHING", "Allowed nothing, but not denied"),
          Map.entry("unknown_claim", "No such claim in the warehouse"),
          Map.entry("unknown_line", "The claim is known, the line is not"),
          Map.entry("whole_claim_denied", "Denied for the whole claim"),
          Map.entry("claim_level", "Answered for the whole claim, not by line"));

  private Words() {}

  /** The words for a code. */
  public static String of(String code) {
    return OF.getOrDefault(code, code);
  }
}
