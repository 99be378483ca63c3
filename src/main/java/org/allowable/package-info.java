/**
 * Allowable: what each line should have been allowed, what it was allowed and paid, and why not.
 *
 * <p>Flow: {@code ingest -> (Parquet) -> job + sql -> report}; {@code cli} wires them, {@code
 * model} and {@code config} are seen by all. {@code contract} reads what payers have agreed to.
 */
@NullMarked
package org.allowable;

import org.jspecify.annotations.NullMarked;
