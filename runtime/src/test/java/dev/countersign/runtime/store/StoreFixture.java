package dev.countersign.runtime.store;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.countersign.runtime.Environment;
import dev.countersign.runtime.EnvironmentType;
import dev.countersign.runtime.SecretName;
import dev.countersign.runtime.age.Identities;
import dev.countersign.runtime.age.Identity;
import dev.countersign.runtime.declaration.Declaration;
import dev.countersign.runtime.declaration.Declarations;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A project on disk: type prod with one reader, and {@code eu-west} of it. */
final class StoreFixture {
  static final Environment PROD = Environment.of(EnvironmentType.PROD);
  static final Environment DEV = Environment.of(EnvironmentType.DEV);
  static final Environment LOCAL = Environment.of(EnvironmentType.LOCAL);
  static final Environment EU_WEST = new Environment(EnvironmentType.PROD, "eu-west");
  static final SecretName TOKEN = new SecretName("Token");
  static final SecretName OTHER = new SecretName("Other");

  final Identity ada;
  final Path root;
  final StoreDirectory files;
  final StoreWriter writer;

  StoreFixture(Path root) {
    this(root, Identities.generate());
  }

  /** A project that is there already, as its reader ada sees it. */
  StoreFixture(Path root, Identity ada) {
    this.ada = ada;
    this.root = root;
    this.files = new StoreDirectory(root);
    this.writer = new StoreWriter(files, "");
  }

  static StoreFixture create(Path root, EnvironmentType... types) throws StoreException {
    StoreFixture fixture = new StoreFixture(root);
    fixture.writer.createTypes(List.of(types), List.of(reader("ada", fixture.ada)));
    return fixture;
  }

  static StoreFixture withProd(Path root) throws StoreException {
    return create(root, EnvironmentType.PROD);
  }

  static Reader reader(String name, Identity identity) {
    return new Reader(name, identity.recipient().toString());
  }

  static Declarations declaring(Declaration... declared) {
    Map<SecretName, Declaration> secrets = new TreeMap<>();
    for (Declaration declaration : declared) {
      secrets.put(declaration.name(), declaration);
    }
    return new Declarations(
        "app", secrets, Map.of("eu-west", EnvironmentType.PROD), List.of("", "../shared"));
  }

  static Declarations declarations() {
    return declaring(Declaration.of(TOKEN), Declaration.of(OTHER));
  }

  FileSecretStore store() {
    return store(ada);
  }

  FileSecretStore store(Identity identity) {
    return new FileSecretStore(files, declarations(), identities(identity));
  }

  StoreIndex index() {
    return StoreIndex.read(files, declarations());
  }

  static ReaderIdentities identities(Identity identity) {
    return ReaderIdentities.locate(
        Map.of(ReaderIdentities.KEY, identity.encoded()), Path.of("none"));
  }

  int set(Environment environment, SecretName name, String value) throws StoreException {
    return set(environment, name, value.getBytes(UTF_8));
  }

  int set(Environment environment, SecretName name, byte[] value) throws StoreException {
    return writer.write(List.of(Change.set(environment, name, value))).get(0).version();
  }

  /** Returns a value as a reader opens it. */
  String value(Identity reader, SecretName name, Environment environment) throws StoreException {
    try (OpenedValue value = store(reader).open(name, environment)) {
      return value == null ? "none" : new String(value.revealBytes(), UTF_8);
    }
  }

  /** Returns every file of the store but the lock. */
  Map<String, String> snapshot() throws IOException {
    Map<String, String> files = new TreeMap<>();
    try (DirectoryStream<Path> paths = Files.newDirectoryStream(root.resolve("secrets"))) {
      for (Path path : paths) {
        String name = path.getFileName().toString();
        if (!name.equals(StoreLock.FILE)) { // to close it would end this process's lock
          files.put(name, Files.readString(path));
        }
      }
    }
    return files;
  }

  KeyringWriter keyringWriter(Disk disk) {
    return new KeyringWriter(new StoredFiles(files, "", disk), identities(ada));
  }

  Rekey rekey(Disk disk) {
    return new Rekey(
        new StoredFiles(files, "", disk),
        EnvironmentType.PROD,
        identities(ada),
        RekeyProgress.NONE);
  }

  Path secrets(String fileName) {
    return root.resolve("secrets").resolve(fileName);
  }

  String text(String fileName) throws IOException {
    return Files.readString(secrets(fileName));
  }

  void write(String fileName, String text) throws IOException {
    Files.writeString(secrets(fileName), text);
  }

  void replace(String fileName, String old, String with) throws IOException {
    String text = text(fileName);
    if (!text.contains(old)) {
      throw new IllegalArgumentException(fileName + " does not hold " + old);
    }
    write(fileName, text.replace(old, with));
  }
}
