package dev.countersign.cli.archive;

import java.util.List;

/**
 * A jar, a directory of classes or a module of an image: what has one META-INF.
 *
 * @param name what messages call it
 * @param members its files, in the order in which reading them is fastest
 * @param isInMemory whether it was unpacked into memory, where it stays while it is referred to
 */
public record Archive(String name, List<? extends Member> members, boolean isInMemory) {}
