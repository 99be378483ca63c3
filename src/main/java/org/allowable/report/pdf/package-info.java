/** Workbook records become PDF pages. The only package that sees PDFBox. */
@NullMarked
package org.allowable.report.pdf;

import org.jspecify.annotations.NullMarked;
