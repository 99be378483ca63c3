/**
 * Workbook records become a page for the browser: one file that loads nothing. Everything that is
 * written goes through {@code HtmlWriter}, which escapes.
 */
@NullMarked
package org.allowable.report.html;

import org.jspecify.annotations.NullMarked;
