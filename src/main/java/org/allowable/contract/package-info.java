/**
 * What a practice has agreed with its payers: contract files, fee schedules and canary claims, read
 * into records, checked, and laid out as tables. Prices are found by SQL, not here.
 */
@NullMarked
package org.allowable.contract;

import org.jspecify.annotations.NullMarked;
