/**
 * The contract comparison as people see it: the negotiator's workbook, its charts, and the exhibit
 * that a payer may see.
 */
@NullMarked
package org.allowable.report.comparison;

import org.jspecify.annotations.NullMarked;
