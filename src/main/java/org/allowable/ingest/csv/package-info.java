/**
 * CSV files that people keep in a spreadsheet: rows by the spreadsheet's number, cells by the name
 * of their column, with what a spreadsheet does to codes undone where it leaves no doubt.
 */
@NullMarked
package org.allowable.ingest.csv;

import org.jspecify.annotations.NullMarked;
