/** Resolves the secrets of a running program. What is not exported to all is the command's. */
@SuppressWarnings({"module", "requires-automatic"}) // the command has no descriptor, nor has tomlj
module dev.countersign.runtime {
  requires transitive dev.countersign;
  requires java.logging; // of Bouncy Castle's classes within this module
  requires static org.jspecify;
  requires static org.tomlj;

  exports dev.countersign.runtime;
  exports dev.countersign.runtime.age to
      dev.countersign.cli;
  exports dev.countersign.runtime.declaration to
      dev.countersign.cli;
  exports dev.countersign.runtime.dotenv to
      dev.countersign.cli;
  exports dev.countersign.runtime.json to
      dev.countersign.cli;
  exports dev.countersign.runtime.manifest to
      dev.countersign.cli;
  exports dev.countersign.runtime.store to
      dev.countersign.cli;

  uses dev.countersign.runtime.SecretModule;
  uses dev.countersign.runtime.SecretProvider;
}
