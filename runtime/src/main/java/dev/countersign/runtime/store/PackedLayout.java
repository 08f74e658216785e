package dev.countersign.runtime.store;

/**
 * Where the files of a store are when it is packed into an application: the rule of who packs and
 * of who reads. The root's own are in a directory with the application's name; those of a directory
 * that it extends are below that, in one that says how often to go up and where to then: {@code
 * ../shared} is {@code up1/shared}, as a path in a jar cannot hold {@code ..}.
 */
public final class PackedLayout {
  /** The directory of all packed stores, each below the name of its application. */
  public static final String DIRECTORY = "META-INF/countersign/store/";

  private static final String UP = "../";

  private PackedLayout() {}

  /** Says whether a file of {@code secrets/} is packed: sealed files and keyrings alone are. */
  public static boolean isPacked(String fileName) {
    return fileName.endsWith(SealedFile.SUFFIX) || fileName.endsWith(Keyring.SUFFIX);
  }

  /**
   * Returns the directory of a packed store, with a slash at its end.
   *
   * @param application the application's name
   * @param directory the directory that holds {@code secrets/}, relative to the root; empty for the
   *     root itself
   */
  public static String directory(String application, String directory) {
    String own = DIRECTORY + application + "/";
    if (directory.isEmpty()) {
      return own;
    }
    String rest = directory + "/";
    int up = 0;
    while (rest.startsWith(UP)) {
      rest = rest.substring(UP.length());
      up++;
    }
    return own + "up" + up + "/" + rest;
  }
}
