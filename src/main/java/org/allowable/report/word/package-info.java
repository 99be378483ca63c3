/** Letters as Word files, filled from a template: ours, or one that the practice edited. */
@NullMarked
package org.allowable.report.word;

import org.jspecify.annotations.NullMarked;
