package org.allowable.report;

import org.jspecify.annotations.Nullable;

/**
 * A cell value that stands for little and is shown in gray, so that nobody builds on it.
 *
 * @param value what the cell shows: any cell value but a link, a computed or another faint one
 */
public record Faint(@Nullable Object value) {

  /** Checks what is shown. */
  public Faint {
    if (value instanceof Faint || value instanceof Link || value instanceof ComputedValue) {
      throw new IllegalArgumentException("A faint cell shows a plain value");
    }
  }
}
