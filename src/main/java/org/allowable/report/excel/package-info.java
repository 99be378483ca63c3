/** Workbook records become an Excel file. The only package that writes with Apache POI. */
@NullMarked
package org.allowable.report.excel;

import org.jspecify.annotations.NullMarked;
