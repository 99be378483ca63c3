/**
 * The life of a visit's claim: sent, answered, corrected, appealed, taken back, told as submissions
 * and remittance claims.
 */
@NullMarked
package org.allowable.sample.claim;

import org.jspecify.annotations.NullMarked;
