package org.allowable.report.excel;

/** What part a cell plays on a sheet; with its format this decides its style. */
enum CellRole {
  TITLE,
  SUBTITLE,
  HEADING,
  PARAGRAPH,
  LINK,
  HEADER,
  BODY,
  BODY_FAINT,
  BODY_LINK,
  INPUT,
  TOTAL,
  FIGURE_LABEL,
  FIGURE_LABEL_LINK,
  FIGURE_VALUE,
  FIGURE_COMPARISON
}
