package org.allowable.contract;

import org.jspecify.annotations.Nullable;

/**
 * A contract that holds for a payer or one of its products.
 *
 * @param payer as the practice file names it
 * @param contract its identifier
 * @param productKind how claims tell the product; null for all products that no other contract
 *     names
 * @param product the identifier, name or indicator, in capitals; null with productKind
 * @param location where the practice file says so
 */
public record PayerContract(
    String payer,
    String contract,
    @Nullable ProductKind productKind,
    @Nullable String product,
    FileLocation location) {

  /** How claims tell a payer's product, the strongest first. */
  public enum ProductKind {
    IDENTIFIER,
    NAME,
    CLAIM_FILING_INDICATOR;

    /** Its value in tables. */
    public String key() {
      return name().toLowerCase(java.util.Locale.ROOT);
    }
  }
}
