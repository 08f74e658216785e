package dev.countersign.runtime.declaration;

import dev.countersign.runtime.EnvironmentType;
import java.util.List;
import java.util.Map;

/**
 * What one {@code secrets.toml} says for itself.
 *
 * @param application the application's name, or an empty text where it is missing
 * @param extended the directories it extends, as written
 * @param secrets its secrets, in the order of the file
 * @param environments the type of each named environment
 */
record DeclarationsFile(
    String application,
    List<Located<String>> extended,
    List<DeclaredSecret> secrets,
    Map<String, Located<EnvironmentType>> environments) {}
