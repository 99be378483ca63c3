package org.allowable.ingest.parquet;

/**
 * The fingerprint of a data file, for the manifest of a run.
 *
 * @param path relative to the warehouse, with forward slashes
 * @param bytes its size
 * @param rows rows that its footer states
 * @param sha256 hash of its content, in lower-case hexadecimal
 */
public record InputFile(String path, long bytes, long rows, String sha256) {}
