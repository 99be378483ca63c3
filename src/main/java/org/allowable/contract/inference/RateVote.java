package org.allowable.contract.inference;

import java.time.YearMonth;

/**
 * Lines of a code, a setting and a month whose allowed amount an option gives to the cent.
 *
 * @param code procedure code
 * @param setting as contracts name it
 * @param month of service
 * @param option that gives them
 * @param lines how many
 */
public record RateVote(
    String code, String setting, YearMonth month, RateOption option, long lines) {}
