package dev.countersign.runtime.declaration;

/** A value together with the place where it is written. */
record Located<T>(T value, Place place) {}
