package dev.countersign.cli;

import java.util.List;

/**
 * What a merge of one file comes to.
 *
 * @param content the bytes of the file, with markers around each conflict
 * @param conflicts what to tell of each conflict, and what settles it
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record MergedSides(byte[] content, List<String> conflicts) {}
