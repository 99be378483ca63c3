/**
 * The invented practice: who pays, who works where, who comes on which day and what is done and
 * charged. All of it follows from the practice file and a seed.
 */
@NullMarked
package org.allowable.sample.practice;

import org.jspecify.annotations.NullMarked;
