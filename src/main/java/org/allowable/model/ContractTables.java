package org.allowable.model;

import java.util.List;

/** What a practice has agreed with its payers, as tables. */
public final class ContractTables {

  public static final Table CONTRACT = Tables.named("contract");
  public static final Table CONTRACT_PAYER = Tables.named("contract_payer");
  public static final Table CONTRACT_TERM = Tables.named("contract_term");
  public static final Table CONTRACT_FEE = Tables.named("contract_fee");
  public static final Table CONTRACT_ESCALATOR = Tables.named("contract_escalator");
  public static final Table CONTRACT_MODIFIER = Tables.named("contract_modifier");
  public static final Table CONTRACT_CREDENTIAL = Tables.named("contract_credential");
  public static final Table CONTRACT_LADDER = Tables.named("contract_ladder");
  public static final Table CONTRACT_CANARY = Tables.named("contract_canary");
  public static final Table CONTRACT_PROPOSAL = Tables.named("contract_proposal");

  /** All of them, in order. */
  public static final List<Table> TABLES = Tables.comingFrom("contract");

  private ContractTables() {}
}
