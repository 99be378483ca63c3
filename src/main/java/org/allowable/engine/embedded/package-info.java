/**
 * DuckDB inside the process, for what fits on a desk: the SELECTs are translated from Spark SQL,
 * and give the same cells.
 */
@NullMarked
package org.allowable.engine.embedded;

import org.jspecify.annotations.NullMarked;
