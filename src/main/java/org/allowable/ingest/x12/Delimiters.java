package org.allowable.ingest.x12;

/**
 * The delimiters of an interchange, as bytes 0 to 255.
 *
 * @param element between elements
 * @param component between the components of an element, ISA16
 * @param repetition between repetitions of an element, ISA11; -1 in versions that have none
 * @param terminator at the end of a segment
 */
record Delimiters(int element, int component, int repetition, int terminator) {

  /** The same but for the separator of components. */
  Delimiters withComponent(int other) {
    return new Delimiters(element, other, repetition, terminator);
  }

  boolean contain(int b) {
    return b == element || b == component || b == repetition || b == terminator;
  }
}
