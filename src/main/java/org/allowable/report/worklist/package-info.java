/** The worklist as a workbook that people edit, and its summary. */
@NullMarked
package org.allowable.report.worklist;

import org.jspecify.annotations.NullMarked;
