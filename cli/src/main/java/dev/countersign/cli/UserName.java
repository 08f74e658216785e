package dev.countersign.cli;

import dev.countersign.runtime.store.Reader;
import java.nio.file.Path;

/** What a new reader is called: as git knows the user, or else by the login name. */
final class UserName {
  private static final String FALLBACK = "developer";

  private UserName() {}

  static String of(Path directory, Context context) {
    String known = Git.setting(directory, "user.name", context);
    if (known != null && Reader.isValidName(known)) {
      return known;
    }
    String login = context.property("user.name");
    return Reader.isValidName(login) ? login : FALLBACK;
  }
}
