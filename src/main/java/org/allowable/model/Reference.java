package org.allowable.model;

import java.util.List;

/** The reference tables that code names: facts that CMS published, rules with dates. */
public final class Reference {

  public static final Table RELATIVE_VALUE = Tables.named("relative_value");
  public static final Table GPCI = Tables.named("gpci");
  public static final Table WORK_INDEX_FLOOR = Tables.named("work_index_floor");
  public static final Table OPPS_CAP = Tables.named("opps_cap");
  public static final Table ZIP_LOCALITY = Tables.named("zip_locality");
  public static final Table ASC_PAYMENT = Tables.named("asc_payment");
  public static final Table ASC_EXCLUDED = Tables.named("asc_excluded");
  public static final Table OPPS_PAYMENT = Tables.named("opps_payment");
  public static final Table MEDICALLY_UNLIKELY_EDIT = Tables.named("medically_unlikely_edit");
  public static final Table PROCEDURE_PAIR = Tables.named("procedure_pair");
  public static final Table ADD_ON_CODE = Tables.named("add_on_code");
  public static final Table WAGE_INDEX = Tables.named("wage_index");
  public static final Table CONVERSION_FACTOR = Tables.named("conversion_factor");
  public static final Table RELEASE_CALENDAR = Tables.named("release_calendar");
  public static final Table REFERENCE_CALENDAR = Tables.named("reference_calendar");
  public static final Table REFERENCE_KIND = Tables.named("reference_kind");
  public static final Table REFERENCE_EXTRACT = Tables.named("reference_extract");
  public static final Table RETIRED_LOCALITY = Tables.named("retired_locality");
  public static final Table PLACE_OF_SERVICE = Tables.named("place_of_service");
  public static final Table SETTING_RULE = Tables.named("setting_rule");
  public static final Table MODIFIER_EFFECT = Tables.named("modifier_effect");
  public static final Table BILATERAL_RULE = Tables.named("bilateral_rule");
  public static final Table SURGEON_ROLE_RULE = Tables.named("surgeon_role_rule");
  public static final Table MULTIPLE_PROCEDURE_RULE = Tables.named("multiple_procedure_rule");
  public static final Table CREDENTIAL_RULE = Tables.named("credential_rule");
  public static final Table PARTICIPATION_RULE = Tables.named("participation_rule");
  public static final Table PROCEDURE_FAMILY = Tables.named("procedure_family");
  public static final Table SEQUESTRATION = Tables.named("sequestration");
  public static final Table ADJUSTMENT_ROLE = Tables.named("adjustment_role");
  public static final Table DENIAL_GROUP = Tables.named("denial_group");
  public static final Table DENIAL_REASON = Tables.named("denial_reason");
  public static final Table DENIAL_SIGNAL = Tables.named("denial_signal");
  public static final Table DENIAL_OWNER = Tables.named("denial_owner");
  public static final Table DENIAL_EVIDENCE = Tables.named("denial_evidence");
  public static final Table RECOVERY_DEFAULT = Tables.named("recovery_default");
  public static final Table FREQUENCY_POLICY = Tables.named("frequency_policy");
  public static final Table FREQUENCY_POLICY_CODE = Tables.named("frequency_policy_code");
  public static final Table FREQUENCY_POLICY_DEFAULT = Tables.named("frequency_policy_default");
  public static final Table FREQUENCY_SIGNAL = Tables.named("frequency_signal");
  public static final Table PROCEDURE_MEANING = Tables.named("procedure_meaning");
  public static final Table CODING_RULE = Tables.named("coding_rule");
  public static final Table FINDING_DENIAL = Tables.named("finding_denial");
  public static final Table RETRAINING_LESSON = Tables.named("retraining_lesson");

  /** All of them, in order. */
  public static final List<Table> TABLES = Tables.comingFrom("reference");

  private Reference() {}
}
