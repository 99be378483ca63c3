/**
 * What chance allows and what it does not: exact limits and funnels. Doubles are for statistics
 * only, never for money. Sees no tables and no pictures.
 */
@NullMarked
package org.allowable.statistics;

import org.jspecify.annotations.NullMarked;
