package org.allowable.model;

/**
 * How a report is listed among others.
 *
 * @param title what it is: "Monthly report"
 * @param subtitle for whom and when: practice, month, basis
 * @param headline its result in a sentence, with no person's name
 */
public record ReportTitle(String title, String subtitle, String headline) {}
