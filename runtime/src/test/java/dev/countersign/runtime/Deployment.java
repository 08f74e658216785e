package dev.countersign.runtime;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.countersign.runtime.age.Identities;
import dev.countersign.runtime.age.Identity;
import dev.countersign.runtime.declaration.Declarations;
import dev.countersign.runtime.manifest.Manifest;
import dev.countersign.runtime.store.Change;
import dev.countersign.runtime.store.PackedLayout;
import dev.countersign.runtime.store.Reader;
import dev.countersign.runtime.store.StoreDirectory;
import dev.countersign.runtime.store.StoreException;
import dev.countersign.runtime.store.StoreWriter;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.DirectoryStream;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A project with a store, and the program of it as it is deployed. */
final class Deployment {
  static final Environment PROD = Environment.of(EnvironmentType.PROD);
  private static final String APPLICATION = "shop";

  final Path project;
  final Identity reader = Identities.generate();
  final Map<String, String> variables = new HashMap<>();
  final Map<String, String> properties = new HashMap<>();
  Path workingDirectory;
  private Declarations declarations = Declare.manifest("", APPLICATION).declarations();

  /** Makes a project with a store of prod and local, and an empty directory to run in. */
  Deployment(Path temporary) throws IOException, StoreException {
    project = Files.createDirectories(temporary.resolve("my prøject"));
    workingDirectory = Files.createDirectories(temporary.resolve("container"));
    variables.put("XDG_CONFIG_HOME", temporary.resolve("home").toString());
    Files.writeString(project.resolve("secrets.toml"), "application = \"shop\"\n");
    writer("")
        .createTypes(
            List.of(EnvironmentType.PROD, EnvironmentType.LOCAL),
            List.of(new Reader("service", reader.recipient().toString())));
    declare(Declare.manifest(DeployedModule.ID, APPLICATION, Declare.declare("Token").done()));
  }

  Deployment declare(Manifest manifest) {
    declarations = manifest.declarations();
    return this;
  }

  Deployment set(Environment environment, String name, String value) throws StoreException {
    byte[] bytes = value.getBytes(UTF_8);
    writer("").write(List.of(Change.set(environment, new SecretName(name), bytes)));
    return this;
  }

  StoreWriter writer(String directory) {
    return new StoreWriter(new StoreDirectory(project), directory);
  }

  /** Makes a jar of the program, without a store. */
  Path jar(String name) throws IOException {
    Path jar = project.resolveSibling(name);
    try (FileSystem files = FileSystems.newFileSystem(jar, Map.of("create", "true"))) {
      writeProgram(files.getPath("/"));
    }
    return jar;
  }

  /** Makes a jar of the program with its store in it. */
  Path packed(String name) throws IOException {
    Path jar = jar(name);
    try (FileSystem files = FileSystems.newFileSystem(jar)) {
      pack(files.getPath("/"));
    }
    return jar;
  }

  /** Makes a jar that holds the store and no program. */
  Path store(String name) throws IOException {
    Path jar = project.resolveSibling(name);
    try (FileSystem files = FileSystems.newFileSystem(jar, Map.of("create", "true"))) {
      pack(files.getPath("/"));
    }
    return jar;
  }

  /** Writes the program and its store to a directory of classes. */
  Path exploded(Path classes) throws IOException {
    writeProgram(classes);
    pack(classes);
    return classes;
  }

  private void writeProgram(Path classes) throws IOException {
    String module = DeployedModule.class.getName().replace('.', '/') + ".class";
    try (InputStream in = DeployedModule.class.getResourceAsStream("/" + module)) {
      write(classes.resolve(module), in.readAllBytes());
    }
    Manifest manifest = new Manifest(DeployedModule.ID, declarations, "00", List.of());
    Path file = classes.resolve(Manifest.DIRECTORY + DeployedModule.ID + ".json");
    write(file, manifest.toJson().getBytes(UTF_8));
  }

  private void pack(Path classes) throws IOException {
    for (String directory : declarations.directories()) {
      Path target = classes.resolve(PackedLayout.directory(APPLICATION, directory));
      Path secrets = project.resolve(directory).resolve("secrets");
      try (DirectoryStream<Path> files = Files.newDirectoryStream(secrets)) {
        for (Path file : files) {
          String name = file.getFileName().toString();
          if (PackedLayout.isPacked(name)) {
            write(target.resolve(name), Files.readAllBytes(file));
          }
        }
      }
    }
  }

  private static void write(Path file, byte[] bytes) throws IOException {
    Files.createDirectories(file.getParent());
    Files.write(file, bytes);
  }

  /** Adds a file to a jar. */
  static void add(Path jar, String name, String text) throws IOException {
    try (FileSystem files = FileSystems.newFileSystem(jar)) {
      write(files.getPath("/").resolve(name), text.getBytes(UTF_8));
    }
  }

  /** Starts the program from jars and directories. */
  Secrets load(Path... classPath) throws Exception {
    URL[] urls = new URL[classPath.length];
    for (int i = 0; i < urls.length; i++) {
      urls[i] = classPath[i].toUri().toURL();
    }
    return load(urls, SecretModule.class.getClassLoader());
  }

  /** Starts the program from a jar that the parent of its class loader has, too. */
  Secrets loadTwice(Path jar) throws Exception {
    URL[] urls = {jar.toUri().toURL()};
    try (URLClassLoader parent = new URLClassLoader(urls, SecretModule.class.getClassLoader())) {
      return load(urls, parent);
    }
  }

  private Secrets load(URL[] urls, ClassLoader parent) throws Exception {
    try (OwnLoader loader = new OwnLoader(urls, parent)) {
      Object module =
          loader.loadClass(DeployedModule.class.getName()).getConstructor().newInstance();
      Host host = new Host(variables, properties, workingDirectory);
      return Loading.load(host, new Modules(List.of((SecretModule) module)));
    }
  }

  /** Loads the module itself, not the one of these tests. */
  private static final class OwnLoader extends URLClassLoader {
    OwnLoader(URL[] urls, ClassLoader parent) {
      super(urls, parent);
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
      return name.equals(DeployedModule.class.getName())
          ? findClass(name)
          : super.loadClass(name, resolve);
    }
  }
}
