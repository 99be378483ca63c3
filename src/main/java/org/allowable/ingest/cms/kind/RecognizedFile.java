package org.allowable.ingest.cms.kind;

import org.allowable.ingest.cms.source.CmsFile;

/**
 * A file and what it is.
 *
 * @param source the file
 * @param kind what it holds
 * @param title its title lines, in upper case, or an empty string
 */
public record RecognizedFile(CmsFile source, FileKind kind, String title) {}
