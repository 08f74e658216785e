package dev.countersign.runtime.declaration;

import java.util.List;

/** A declaration with the places that its problems point to. */
record DeclaredSecret(Declaration declaration, Place place, List<Located<String>> variables) {}
