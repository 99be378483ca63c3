package org.allowable.contract.inference;

import java.math.BigDecimal;
import java.time.YearMonth;

/**
 * Lines of a code, a setting and a month, whatever gives their allowed amounts.
 *
 * @param code procedure code
 * @param setting as contracts name it
 * @param month of service
 * @param lines how many
 * @param linesAtCharge those whose charge was allowed in full, which says nothing of the rate
 * @param allowed US dollars
 */
public record RateCell(
    String code,
    String setting,
    YearMonth month,
    long lines,
    long linesAtCharge,
    BigDecimal allowed) {}
