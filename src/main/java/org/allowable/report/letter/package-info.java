/** A letter as plain parts: what stands for its placeholders, and what became of its paragraphs. */
@NullMarked
package org.allowable.report.letter;

import org.jspecify.annotations.NullMarked;
