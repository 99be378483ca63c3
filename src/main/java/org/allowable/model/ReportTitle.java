package org.allowable.model;

/**
 * How a report is listed among others.
 *
 * @param title what it is: "Monthly report"
 * @param subtitle for whom and when: practice, month, basis
 * @param headline its result in a sentence, with no person's name
 * @param workbook the file in the run's folder that its user opens; empty where that is not known
 */
public record ReportTitle(String title, String subtitle, String headline, String workbook) {}
