/**
 * The words everything else is said in: tables with their grain and schema, closed lists of
 * statuses, the one exception for bad input. Knows no session, no file format, no report.
 */
@NullMarked
package org.allowable.model;

import org.jspecify.annotations.NullMarked;
