/** The annotations that an application writes. */
module dev.countersign {
  exports dev.countersign;
}
