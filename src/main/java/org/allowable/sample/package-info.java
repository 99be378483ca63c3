/**
 * Invented practices whose true answers are known, written as Parquet and as X12.
 *
 * <p>Each floor sees only those before it: {@code practice -> price -> adjudication -> claim ->
 * payment -> x12 -> warehouse -> truth}; {@code edits} sees what became of claims. Here a history
 * is told day by day, from the first to the last.
 */
@NullMarked
package org.allowable.sample;

import org.jspecify.annotations.NullMarked;
