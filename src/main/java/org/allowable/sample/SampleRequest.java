package org.allowable.sample;

import java.nio.file.Path;
import java.time.YearMonth;
import org.jspecify.annotations.Nullable;

/**
 * What sample is wanted.
 *
 * @param lines claim lines, counting those of resubmitted claims
 * @param seed decides everything; the same seed and request give the same bytes
 * @param out the folder to make; it must not exist or be empty
 * @param months how many months of service
 * @param through the last of them; the history ends with it
 * @param practice a practice file; null for the example that is shipped
 * @param reference a folder of reference tables; null for those that are shipped
 * @param x12 whether to write X12 files as well
 */
public record SampleRequest(
    long lines,
    long seed,
    Path out,
    int months,
    YearMonth through,
    @Nullable Path practice,
    @Nullable Path reference,
    boolean x12) {}
