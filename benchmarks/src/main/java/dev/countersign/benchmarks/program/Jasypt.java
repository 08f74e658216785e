package dev.countersign.benchmarks.program;

import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Properties;
import org.jasypt.encryption.pbe.StandardPBEStringEncryptor;
import org.jasypt.iv.RandomIvGenerator;
import org.jasypt.properties.EncryptableProperties;

/** Reads a file of properties that Jasypt encrypted. */
public final class Jasypt {
  private Jasypt() {}

  public static void main(String[] arguments) throws IOException {
    Properties properties = new EncryptableProperties(encryptor());
    try (InputStream in = new FileInputStream("application.properties")) {
      properties.load(in);
    }
    Checksum checksum = new Checksum();
    for (int i = 0; i < Checksum.SECRETS; i++) {
      checksum.add(properties.getProperty(Checksum.key(i)));
    }
    checksum.print();
  }

  /** Returns an encryptor as jasypt-spring-boot sets it up where nothing else is said. */
  public static StandardPBEStringEncryptor encryptor() {
    StandardPBEStringEncryptor encryptor = new StandardPBEStringEncryptor();
    encryptor.setAlgorithm("PBEWITHHMACSHA512ANDAES_256");
    encryptor.setIvGenerator(new RandomIvGenerator());
    encryptor.setPassword("sample");
    return encryptor;
  }
}
