/** The commands: the only place that prints, shows progress, and decides exit codes. */
@NullMarked
package org.allowable.cli;

import org.jspecify.annotations.NullMarked;
