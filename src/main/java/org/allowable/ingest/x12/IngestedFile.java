package org.allowable.ingest.x12;

import org.jspecify.annotations.Nullable;

/**
 * What became of one file.
 *
 * @param sourceFile path relative to the folder, with forward slashes
 * @param status what became of it
 * @param reason why it was quarantined or passed over, in one sentence; else null
 * @param isNew whether no run has met the file before
 * @param segmentIndex where, counted in segments from 1 at the start of the file; null if nowhere
 */
public record IngestedFile(
    String sourceFile,
    FileStatus status,
    @Nullable String reason,
    boolean isNew,
    @Nullable Integer segmentIndex) {}
