package org.allowable.sample.practice;

import java.time.LocalDate;
import org.allowable.sample.practice.SamplePractice.CastPayer;
import org.allowable.sample.practice.SamplePractice.CastSite;
import org.jspecify.annotations.Nullable;

/**
 * An invented patient.
 *
 * @param number position among the patients
 * @param member identifier with the payer
 * @param payer the primary payer
 * @param supplement who pays after Medicare, if anybody
 * @param physician position of the physician in the practice file
 * @param office where office visits are
 */
public record Patient(
    long number,
    String last,
    String first,
    LocalDate birthDate,
    String gender,
    String member,
    CastPayer payer,
    @Nullable CastPayer supplement,
    boolean isDeductibleCovered,
    int physician,
    CastSite office,
    ServiceCatalog.Plan plan) {}
