package org.allowable.report;

/** A part of a sheet. Blocks stand one under the other. */
public sealed interface Block
    permits Assumptions, KeyFigures, TableBlock, TextBlock, PictureBlock, LinkList {}
