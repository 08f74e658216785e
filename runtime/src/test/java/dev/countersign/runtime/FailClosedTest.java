package dev.countersign.runtime;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.countersign.runtime.age.Identities;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Whatever is wrong where a program runs: an exception of its own, and what mends it. */
class FailClosedTest {
  /** Where it is told. */
  private enum Told {
    AT_LOAD,
    AT_VERIFY
  }

  /** What is done to a sound project, and what is told of it. */
  private enum Fault {
    WRONG_KEY(
        Told.AT_VERIFY, "who can add it: ada", "one of them runs: secret reader add NAME age1") {
      @Override
      void make(SealedProject project) {
        project.variables.put("COUNTERSIGN_KEY", Identities.generate().encoded());
      }
    },
    KEY_THAT_IS_NONE(
        Told.AT_VERIFY, "COUNTERSIGN_KEY does not hold identities", "COUNTERSIGN_KEY") {
      @Override
      void make(SealedProject project) {
        project.variables.put("COUNTERSIGN_KEY", "AGE-SECRET-KEY-1HUNTER2");
      }
    },
    NO_KEY(Told.AT_VERIFY, "identity", "secret ") {
      @Override
      void make(SealedProject project) {
        project.variables.remove("COUNTERSIGN_KEY");
      }
    },
    DAMAGED_BLOCK(Told.AT_VERIFY, "secrets/prod.secrets:", "secret set --type prod Token") {
      @Override
      void make(SealedProject project) throws IOException {
        change(project.file(), "(?s)(.*-----BEGIN AGE ENCRYPTED FILE-----\n.{60})(.)", "$1!");
      }
    },
    FORGED_BLOCK(Told.AT_VERIFY, "Token from store:prod v2", "secret set --type prod Token") {
      @Override
      void make(SealedProject project) throws IOException {
        change(project.file(), "(?s)(\\[Token\\]\nversion )1", "$12");
      }
    },
    MALFORMED_FILE(Told.AT_LOAD, "secrets/prod.secrets:1", "git diff -- secrets/prod.secrets") {
      @Override
      void make(SealedProject project) throws IOException {
        Files.writeString(project.file(), "nonsense\n");
      }
    },
    VANISHED_BLOCK(Told.AT_LOAD, "Token has no value for prod", "secret set --type prod Token") {
      @Override
      void make(SealedProject project) throws IOException {
        change(project.file(), "(?s)\\[Token\\].*", "");
      }
    },
    VANISHED_FILE(
        Told.AT_LOAD, "2 secrets are not usable in prod", "secret set --type prod Other") {
      @Override
      void make(SealedProject project) throws IOException {
        Files.delete(project.file());
      }
    },
    VANISHED_KEYRING(Told.AT_LOAD, "secrets/prod.keyring", "git checkout -- ") {
      @Override
      void make(SealedProject project) throws IOException {
        Files.delete(project.root.resolve("secrets/prod.keyring"));
      }
    },
    UNREADABLE_MOUNTED_FILE(Told.AT_LOAD, "it is a directory", "mount a file in its place") {
      @Override
      void make(SealedProject project) throws IOException {
        Files.createDirectories(project.root.resolve("mounted/Token"));
        project.variables.put("COUNTERSIGN_SECRETS_DIR", "mounted");
      }
    },
    EMPTY_MOUNTED_FILE(Told.AT_LOAD, "it is empty", "write the value into it, or remove it") {
      @Override
      void make(SealedProject project) throws IOException {
        Files.createDirectories(project.root.resolve("mounted"));
        Files.writeString(project.root.resolve("mounted/TOKEN"), "");
        project.variables.put("COUNTERSIGN_SECRETS_DIR", "mounted");
      }
    },
    NO_ENVIRONMENT_CHOSEN(
        Told.AT_LOAD, "no environment was chosen", "set COUNTERSIGN_ENVIRONMENT=prod") {
      @Override
      void make(SealedProject project) {
        project.variables.remove("COUNTERSIGN_ENVIRONMENT");
      }
    },
    UNKNOWN_ENVIRONMENT(
        Told.AT_LOAD,
        "there is no environment eu-wset",
        "set COUNTERSIGN_ENVIRONMENT to one of prod, dev, preview, local, eu-west") {
      @Override
      void make(SealedProject project) {
        project.variables.put("COUNTERSIGN_ENVIRONMENT", "eu-wset");
      }
    },
    UNDECLARED_USE(
        Told.AT_LOAD,
        "Token is used, and no manifest declares it\n  used by: Client.token",
        "secret declare Token, then compile again what uses it") {
      @Override
      void make(SealedProject project) {}

      @Override
      Secrets load(SealedProject project) {
        return project.load("undeclared_use_test");
      }
    },
    PROVIDER_THAT_THROWS(
        Told.AT_LOAD,
        "Token from vault cannot be used: it threw java.lang.IllegalStateException",
        "mend the provider, or let it throw a SecretProviderException that says how") {
      @Override
      void make(SealedProject project) {}

      @Override
      Secrets load(SealedProject project) {
        return project.load(new ThrowingProvider());
      }
    },
    DOTENV_FILE_THAT_IS_GONE(
        Told.AT_LOAD, "there is no such file", "mend the file, or leave it out") {
      @Override
      void make(SealedProject project) {}

      @Override
      Secrets load(SealedProject project) {
        return project.load(SecretProvider.dotenv(project.root.resolve("gone.env")));
      }
    };

    private final Told told;
    private final String fact;
    private final String fix;

    Fault(Told told, String fact, String fix) {
      this.told = told;
      this.fact = fact;
      this.fix = fix;
    }

    abstract void make(SealedProject project) throws IOException;

    Secrets load(SealedProject project) {
      return project.load();
    }
  }

  /** Holds the value that its message gives away. */
  private static final class ThrowingProvider implements SecretProvider {
    @Override
    public SecretValue find(SecretRequest request) {
      throw new IllegalStateException("cannot parse " + SealedProject.TOKEN);
    }

    @Override
    public String name() {
      return "vault";
    }
  }

  @TempDir Path root;

  @Test
  void soundProject_loadsAndVerifies() throws Exception {
    Secrets secrets = new SealedProject(root).load();
    secrets.verify();
    assertEquals(SealedProject.TOKEN, secrets.get("Token").reveal());
  }

  @ParameterizedTest
  @EnumSource
  void fault_stopsWithItsOwnExceptionAndTheMend(Fault fault) throws Exception {
    SealedProject project = new SealedProject(root);
    String sealed = Files.readString(project.file());
    fault.make(project);
    SecretsException e = assertThrows(SecretsException.class, () -> use(fault, project));
    String message = e.getMessage();
    assertTrue(message.contains(fault.fact), message);
    assertTrue(message.contains("\n  fix: "), message);
    assertTrue(message.substring(message.indexOf("\n  fix: ")).contains(fault.fix), message);
    String trace = trace(e);
    assertFalse(trace.toLowerCase(Locale.ROOT).contains("hunter2"), trace);
    assertFalse(trace.contains(armoredLine(sealed)), trace);
  }

  /** Also holds that what is told at load does not wait for verify, and the other way round. */
  private static void use(Fault fault, SealedProject project) {
    if (fault.told == Told.AT_LOAD) {
      fault.load(project);
    } else {
      Secrets secrets = assertDoesNotThrowAtLoad(fault, project);
      assertThrows(SecretsException.class, () -> secrets.get("Token").reveal());
      secrets.verify();
    }
  }

  private static Secrets assertDoesNotThrowAtLoad(Fault fault, SealedProject project) {
    try {
      return fault.load(project);
    } catch (SecretsException e) {
      throw new AssertionError("told at load already", e);
    }
  }

  private static String armoredLine(String sealed) {
    String begin = "-----BEGIN AGE ENCRYPTED FILE-----\n";
    int start = sealed.lastIndexOf(begin) + begin.length();
    return sealed.substring(start, start + 40);
  }

  private static String trace(Throwable e) {
    StringWriter trace = new StringWriter();
    e.printStackTrace(new PrintWriter(trace));
    return trace.toString();
  }

  private static void change(Path file, String pattern, String replacement) throws IOException {
    Matcher matcher = Pattern.compile(pattern).matcher(Files.readString(file));
    assertTrue(matcher.find());
    Files.writeString(file, matcher.replaceFirst(replacement));
  }
}
