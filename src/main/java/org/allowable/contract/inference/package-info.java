/**
 * What rates a payer's allowed amounts follow, where no contract says it: every option that gives
 * amounts to the cent competes, the fewest that explain the most lines win, and become a contract
 * file to start from.
 */
@NullMarked
package org.allowable.contract.inference;

import org.jspecify.annotations.NullMarked;
