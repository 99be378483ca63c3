package org.allowable.report;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * A cell value or key figure that Excel computes.
 *
 * @param formula how
 * @param value what it comes to as the workbook is written; null where it is not known
 */
public record ComputedValue(Formula formula, @Nullable BigDecimal value) {}
