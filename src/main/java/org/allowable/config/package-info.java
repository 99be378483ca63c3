/**
 * What the user says in files: the practice and the settings of a job, read strictly into records.
 * An option on the command line wins over the practice file, that over the job's own defaults.
 */
@NullMarked
package org.allowable.config;

import org.jspecify.annotations.NullMarked;
