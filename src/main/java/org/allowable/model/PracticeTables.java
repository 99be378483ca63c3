package org.allowable.model;

import java.util.List;

/** What the user says, as tables: the practice file, and the rows of a price request. */
public final class PracticeTables {

  public static final Table PRACTICE_SITE = Tables.named("practice_site");
  public static final Table PRACTICE_PAYER = Tables.named("practice_payer");
  public static final Table PRACTICE_PHYSICIAN = Tables.named("practice_physician");
  public static final Table PRACTICE_FACILITY = Tables.named("practice_facility");
  public static final Table PRICE_SCENARIO = Tables.named("price_scenario");
  public static final Table PRACTICE_FREQUENCY_POLICY = Tables.named("practice_frequency_policy");
  public static final Table PRACTICE_TRAINING = Tables.named("practice_training");
  public static final Table PRACTICE_WORK_RVU = Tables.named("practice_work_rvu");
  public static final Table PRACTICE_TARGET = Tables.named("practice_target");
  public static final Table PRACTICE_REWORK_COST = Tables.named("practice_rework_cost");
  public static final Table PRACTICE_CAPITAL_COST = Tables.named("practice_capital_cost");
  public static final Table PRACTICE_PROMPT_PAY = Tables.named("practice_prompt_pay");
  public static final Table PRICE_REQUEST = Tables.named("price_request");

  /** The tables of the practice file. */
  public static final List<Table> PRACTICE = Tables.comingFrom("practice");

  private PracticeTables() {}
}
