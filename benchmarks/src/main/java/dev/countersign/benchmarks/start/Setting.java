package dev.countersign.benchmarks.start;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.countersign.benchmarks.SampleKeys;
import dev.countersign.benchmarks.program.Checksum;
import dev.countersign.benchmarks.program.Jasypt;
import dev.countersign.runtime.Environment;
import dev.countersign.runtime.EnvironmentType;
import dev.countersign.runtime.SecretName;
import dev.countersign.runtime.store.Change;
import dev.countersign.runtime.store.Reader;
import dev.countersign.runtime.store.ReaderIdentities;
import dev.countersign.runtime.store.StoreDirectory;
import dev.countersign.runtime.store.StoreException;
import dev.countersign.runtime.store.StoreWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/** Where a program finds the twenty values: its working directory, and its variables. */
enum Setting {
  PROPERTIES {
    @Override
    void write(Path directory) throws IOException {
      properties(directory.resolve("application.properties"), UnaryOperator.identity());
    }
  },
  MICROPROFILE {
    @Override
    void write(Path directory) throws IOException {
      Path inJar = Files.createDirectory(directory.resolve("META-INF"));
      properties(inJar.resolve("microprofile-config.properties"), UnaryOperator.identity());
    }
  },
  DOTENV {
    @Override
    void write(Path directory) throws IOException {
      properties(directory.resolve(".env"), UnaryOperator.identity());
    }
  },
  ENCRYPTED {
    @Override
    void write(Path directory) throws IOException {
      var encryptor = Jasypt.encryptor();
      properties(
          directory.resolve("application.properties"),
          value -> "ENC(" + encryptor.encrypt(value) + ")");
    }
  },
  VARIABLES {
    @Override
    void write(Path directory) {}

    @Override
    Map<String, String> variables() {
      Map<String, String> variables = new TreeMap<>();
      for (int i = 0; i < Checksum.SECRETS; i++) {
        variables.put("SAMPLE_SECRET" + i, value(i));
      }
      variables.put("COUNTERSIGN_ENVIRONMENT", "prod");
      return variables;
    }
  },
  OVERRIDES {
    @Override
    void write(Path directory) throws IOException {
      Files.copy(Path.of("benchmarks/secrets.toml"), directory.resolve("secrets.toml"));
      StringBuilder text = new StringBuilder();
      for (int i = 0; i < Checksum.SECRETS; i++) {
        text.append("SampleSecret").append(i).append('=').append(value(i)).append('\n');
      }
      Files.writeString(directory.resolve(".secrets.local"), text);
    }
  },
  STORE {
    @Override
    void write(Path directory) throws StoreException {
      StoreWriter writer = new StoreWriter(new StoreDirectory(directory), "");
      Reader reader = new Reader("sample", SampleKeys.classic().recipient().toString());
      writer.createTypes(List.of(EnvironmentType.PROD), List.of(reader));
      List<Change> changes = new ArrayList<>();
      for (int i = 0; i < Checksum.SECRETS; i++) {
        SecretName name = new SecretName("SampleSecret" + i);
        changes.add(Change.set(PROD, name, value(i).getBytes(UTF_8)));
      }
      writer.write(changes);
    }

    @Override
    Map<String, String> variables() {
      return Map.of(
          "COUNTERSIGN_ENVIRONMENT",
          "prod",
          "COUNTERSIGN_ROOT",
          ".",
          ReaderIdentities.KEY,
          SampleKeys.classic().encoded());
    }
  };

  private static final Environment PROD = Environment.of(EnvironmentType.PROD);

  /** Writes what the program reads into its working directory, which is empty. */
  abstract void write(Path directory) throws IOException, StoreException;

  /** Returns the variables of the process. */
  Map<String, String> variables() {
    return Map.of();
  }

  /** Returns a value of forty characters, as tokens have. */
  static String value(int secret) {
    return "token_" + HexFormat.of().formatHex(SampleKeys.value(17 + secret), 0, 17);
  }

  /** Returns what every program must print. */
  static String checksum() {
    Checksum checksum = new Checksum();
    for (int i = 0; i < Checksum.SECRETS; i++) {
      checksum.add(value(i));
    }
    return String.valueOf(checksum.sum());
  }

  private static void properties(Path file, UnaryOperator<String> form) throws IOException {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < Checksum.SECRETS; i++) {
      text.append(Checksum.key(i)).append('=').append(form.apply(value(i))).append('\n');
    }
    Files.writeString(file, text);
  }
}
