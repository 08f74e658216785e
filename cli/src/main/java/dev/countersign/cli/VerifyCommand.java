package dev.countersign.cli;

import dev.countersign.runtime.age.Identity;
import dev.countersign.runtime.store.StoreException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Holds the whole store against its rules, and against an older revision. Needs no key. */
final class VerifyCommand implements Command {
  private static final Option BASE =
      Option.taking(
          "--base", "REV", "report what no change by secret explains since this revision");
  private static final Option ACCEPT =
      Option.flag("--accept-keys", "with --base: changed keys and readers are warnings");
  private static final Option NO_KEY = Option.flag("--no-key", "open nothing, whoever you are");
  private static final Option JSON = Option.flag("--json", "print JSON");

  @Override
  public Syntax syntax() {
    return Syntax.of("verify", "hold the store against its rules and an older revision")
        .options(BASE, ACCEPT, NO_KEY, JSON)
        .detail(
            """
            Without a key: files and blocks that cannot be used, values sealed to an older or an
            unknown key, blocks that nothing reads, types that one person alone can open. With --base:
            keys and readers that changed, versions that fell, blocks that vanished or changed and
            kept their version. With your identity at hand, every value that it opens is opened too
            and held against its declaration.""")
        .detail(
            """
            Exit status 0 if all is well, warnings or not; 1 if somebody must look; 3 if a file or a
            key cannot be used.""")
        .build();
  }

  @Override
  public int run(Arguments arguments, Context context) throws Failure, StoreException {
    Workspace workspace = Workspace.open(context);
    String base = arguments.find(BASE);
    if (base == null && arguments.has(ACCEPT)) {
      throw Failure.usage("--accept-keys is about --base REV");
    }
    GitRevision revision = base == null ? null : GitRevision.of(workspace.root(), base, context);
    List<Snapshot> snapshots = new ArrayList<>();
    for (String directory : workspace.declarations().directories()) {
      snapshots.add(Snapshot.now(workspace.store(), directory));
    }
    Findings findings = new Findings();
    new StoreCheck(workspace, findings).check(snapshots);
    OpeningCheck opening = open(snapshots, workspace, arguments.has(NO_KEY), findings, context);
    if (base != null && revision != null) {
      compare(snapshots, base, revision, arguments.has(ACCEPT), findings);
    }
    VerifyReport report = new VerifyReport(findings, snapshots, opening);
    if (arguments.has(JSON)) {
      context.out().print(report.json());
      return findings.status();
    }
    report.print(context);
    return ExitStatus.DONE;
  }

  private static @Nullable OpeningCheck open(
      List<Snapshot> snapshots,
      Workspace workspace,
      boolean noKey,
      Findings findings,
      Context context)
      throws StoreException {
    List<Identity> identities = noKey ? null : identities(context);
    if (identities == null) {
      return null;
    }
    OpeningCheck check = new OpeningCheck(workspace.declarations(), identities, findings);
    for (Snapshot snapshot : snapshots) {
      check.check(snapshot);
    }
    return check;
  }

  /** Returns the identities, or null where there are none: a place that is set must hold some. */
  private static @Nullable List<Identity> identities(Context context) throws StoreException {
    return User.hasIdentities(context) ? User.identities(context).identities() : null;
  }

  private static void compare(
      List<Snapshot> snapshots,
      String base,
      GitRevision revision,
      boolean accept,
      Findings findings)
      throws Failure {
    Finding.Severity severity = accept ? Finding.Severity.WARNING : Finding.Severity.REFUSED;
    Comparison comparison = new Comparison(base, severity, findings);
    for (Snapshot now : snapshots) {
      String directory = now.directory();
      if (revision.covers(directory)) {
        comparison.compare(Snapshot.read(revision, directory, revision.names(directory)), now);
      } else {
        findings.add(
            Finding.at(
                Finding.Severity.WARNING,
                "not-compared",
                directory,
                0,
                "it is not in this repository, and not compared with " + base,
                "run secret verify --base in its own repository"));
      }
    }
  }
}
