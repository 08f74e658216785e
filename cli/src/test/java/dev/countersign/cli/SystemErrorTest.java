package dev.countersign.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SystemErrorTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Cannot run program \"a\" (in directory \"/b\"): error=2, No such file or directory | 2",
        "Cannot run program \"a\": CreateProcess error=206, The filename is too long | 206",
        "Cannot run program \"a\" (in directory \"/b\"): Exec failed, error: 13 (No permission) | 13",
        "Cannot run program \"error=7,\": error=2, No such file or directory | 2",
        "Stream closed | 0",
        "error | 0"
      })
  void number_isFoundInTheWordsOfEachJdk(String message, int number) {
    assertEquals(number, SystemError.numberOf(new IOException(message)));
  }
}
