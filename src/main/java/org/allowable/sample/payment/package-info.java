/** Which claims a payer pays together, and what it withholds from a payment for earlier ones. */
@NullMarked
package org.allowable.sample.payment;

import org.jspecify.annotations.NullMarked;
