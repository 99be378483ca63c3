package org.allowable.sample.price;

import java.math.BigDecimal;
import org.allowable.sample.practice.Visit.Service;
import org.jspecify.annotations.Nullable;

/**
 * What a line should be allowed, in US dollars for all its units.
 *
 * @param fee Medicare's price of one unit, or why there is none
 * @param share what the day and the credential leave of it
 * @param medicareAllowed Medicare's price of the line, at most its charge; null where there is none
 * @param expected what the payer agreed to; null where that is not known
 * @param full what this payer allows when it makes no mistake, known to the practice or not
 */
public record LinePrice(
    Service service,
    Fee fee,
    Share share,
    @Nullable BigDecimal medicareAllowed,
    @Nullable BigDecimal expected,
    BigDecimal full) {}
