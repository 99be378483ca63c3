/**
 * What each line should be allowed, by the plain rules of the reference tables: an oracle that
 * shares nothing with the SQL that it checks.
 */
@NullMarked
package org.allowable.sample.price;

import org.jspecify.annotations.NullMarked;
