package org.allowable.worklist;

/**
 * Which row of the worklist: a claim and its payer.
 *
 * @param billingNpi of the claim
 * @param claimKey the claim's number in capitals; of one that replaced others the first
 * @param payer as the practice calls it
 */
public record WorklistRow(String billingNpi, String claimKey, String payer) {}
