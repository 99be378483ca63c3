/**
 * Where the SELECTs run: what a job asks of an engine, in no engine's words. Each engine has a room
 * of its own below.
 */
@NullMarked
package org.allowable.engine;

import org.jspecify.annotations.NullMarked;
