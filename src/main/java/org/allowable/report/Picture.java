package org.allowable.report;

/**
 * A picture.
 *
 * @param png the file's bytes
 * @param altText what it shows, for those who cannot see it
 */
@SuppressWarnings("ArrayRecordComponent") // Bytes of a file: nobody compares them.
public record Picture(byte[] png, String altText) {}
