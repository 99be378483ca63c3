package org.allowable.config;

/** Which date puts a line into a month: the day of service, or the day its payment was posted. */
public enum DateBasis {
  SERVICE,
  PAYMENT
}
