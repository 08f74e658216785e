/** A program in a module of its own: one line more than on the class path. */
module com.example.greeter {
  requires dev.countersign.runtime;

  provides dev.countersign.runtime.SecretModule with
      com.example.greeter.SecretModule_greeter_com_example_greeter;
}
