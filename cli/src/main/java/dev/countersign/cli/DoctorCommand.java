package dev.countersign.cli;

import dev.countersign.runtime.store.ReaderIdentities;
import dev.countersign.runtime.store.StoreException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Looks at all that working with secrets here takes, and says what mends what is wrong. */
final class DoctorCommand implements Command {
  private static final Option JSON = Option.flag("--json", "print JSON");

  @Override
  public Syntax syntax() {
    return Syntax.of("doctor", "look at what it takes to work here, and say what mends it")
        .options(JSON)
        .detail(
            """
            Looks at the JDK, your identity and who else can reach its file, the keyrings that it
            opens, the keys noted of this checkout, what secret verify finds, .gitignore, plaintext
            in git's history, and whether the build runs countersign-processor. Changes nothing.""")
        .detail(
            """
            Exit status 0 if all is well, warnings or not; 1 if something is wrong. What the history
            has is a warning: it can be made harmless, and not undone.""")
        .build();
  }

  @Override
  public int run(Arguments arguments, Context context) throws Failure {
    Diagnosis diagnosis = new Diagnosis();
    ReaderIdentities identities = User.identities(context);
    look(new JdkExamination(context), diagnosis);
    look(new IdentityExamination(identities, identityFile(context), context), diagnosis);
    try {
      Workspace workspace = Workspace.open(context);
      KeyPins pins = new KeyPins(workspace, arguments, context, identities);
      for (Examination examination : ofProject(workspace, pins, context)) {
        look(examination, diagnosis);
      }
    } catch (Failure e) {
      diagnosis.wrong("project", e);
    }
    if (arguments.has(JSON)) {
      context.out().print(diagnosis.json());
      return diagnosis.status();
    }
    diagnosis.print(context);
    return ExitStatus.DONE;
  }

  private static List<Examination> ofProject(Workspace workspace, KeyPins pins, Context context) {
    Path root = workspace.root();
    List<Examination> examinations = new ArrayList<>();
    examinations.add(new StoreExamination(workspace, pins.identities()));
    examinations.add(new PinExamination(workspace, pins));
    examinations.add(new IgnoreExamination(root, context));
    examinations.add(new HistoryExamination(root, context));
    examinations.add(new BuildExamination(root, context));
    return examinations;
  }

  private static void look(Examination examination, Diagnosis diagnosis) {
    try {
      examination.look(diagnosis);
    } catch (Failure e) {
      diagnosis.wrong("unusable", e);
    } catch (StoreException e) {
      diagnosis.findings().add(Finding.unusable("unusable", e));
    }
  }

  private static Path identityFile(Context context) throws Failure {
    String file = context.variable(ReaderIdentities.KEY_FILE);
    return file == null || context.variable(ReaderIdentities.KEY) != null
        ? User.identityFile(context)
        : Paths.resolve(context.directory(), file);
  }
}
