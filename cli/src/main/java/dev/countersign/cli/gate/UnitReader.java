package dev.countersign.cli.gate;

import dev.countersign.cli.archive.AnnotatedClass;
import dev.countersign.cli.archive.Archive;
import dev.countersign.cli.archive.ArchiveException;
import dev.countersign.cli.archive.ArchiveSource;
import dev.countersign.cli.archive.Archives;
import dev.countersign.cli.archive.Member;
import dev.countersign.cli.archive.MemberReader;
import dev.countersign.runtime.manifest.Manifest;
import dev.countersign.runtime.manifest.ManifestFormatException;
import dev.countersign.runtime.manifest.SecretClass;
import dev.countersign.runtime.store.PackedLayout;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.lang.module.InvalidModuleDescriptorException;
import java.lang.module.ModuleDescriptor;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Looks through one archive, and has the jars within it and its classes looked through. */
final class UnitReader implements WorkQueue.Task {
  private static final AnnotatedClass.Search SECRET =
      new AnnotatedClass.Search("dev.countersign.Secret");
  private static final BitSet DESCRIPTOR_LENGTHS = new BitSet();
  private static final int LARGEST_FILE = 64 << 20;
  private static final int LARGEST_CLASS = 16 << 20;
  private static final int SLICE = 1000;
  private static final int DEEPEST = 3;

  static {
    Layout.addLengths(Layout.DESCRIPTOR.length(), DESCRIPTOR_LENGTHS);
  }

  private final ArchiveSource source;
  private final Unit unit;
  private final int depth;
  private final UnitSink sink;
  private final Map<String, Member> manifests = new TreeMap<>();
  private final List<Member> classes = new ArrayList<>();
  private @Nullable Member services;
  private @Nullable Member descriptor;

  /** Where units and more work go. */
  interface UnitSink {
    /** Has a jar within an archive looked through. */
    void nested(ArchiveSource nested, Unit within, int depth);

    /** Has something done by any thread. */
    void later(WorkQueue.Task task);
  }

  UnitReader(ArchiveSource source, Unit unit, int depth, UnitSink sink) {
    this.source = source;
    this.unit = unit;
    this.depth = depth;
    this.sink = sink;
  }

  @Override
  public void run(MemberReader reader) {
    try {
      Archive archive = source.open(reader);
      sort(archive, reader);
      readManifests(reader);
      look(archive, reader);
    } catch (ArchiveException e) {
      unit.unreadable(String.valueOf(e.getMessage()));
    } catch (IOException e) {
      unit.unreadable("its files cannot be read");
    }
  }

  private void sort(Archive archive, MemberReader reader) throws IOException {
    for (Member member : archive.members()) {
      if (member.isClass()) {
        addClass(member);
      } else {
        add(archive, member, member.name(), reader);
      }
    }
  }

  private void addClass(Member member) {
    boolean isDescriptor =
        DESCRIPTOR_LENGTHS.get(member.nameLength())
            && Layout.resource(member.name()).equals(Layout.DESCRIPTOR);
    if (isDescriptor) {
      descriptor = member;
    } else {
      classes.add(member);
    }
  }

  private void add(Archive archive, Member member, String name, MemberReader reader)
      throws IOException {
    if (Layout.isLibrary(archive.name(), name)) {
      if (depth < DEEPEST) {
        sink.nested(Archives.within(archive, member), unit, depth + 1);
      }
      return;
    }
    String resource = Layout.resource(name);
    if (Layout.isManifest(resource)) {
      manifests.put(resource, member);
    } else if (resource.equals(Layout.SERVICES)) {
      services = member;
    } else if (Layout.isOverrides(resource) && unit.isDeployed) {
      unit.overrides.add(resource);
    } else if (resource.startsWith(PackedLayout.DIRECTORY) && PackedLayout.isPacked(resource)) {
      unit.stored.put(resource, reader.bytes(member, LARGEST_FILE + 1));
    }
  }

  private void readManifests(MemberReader reader) throws IOException {
    Set<String> wanted = new HashSet<>();
    for (Map.Entry<String, Member> each : manifests.entrySet()) {
      String place = unit.origin() + "!/" + each.getKey();
      try {
        byte[] json = reader.bytes(each.getValue(), LARGEST_FILE);
        Manifest manifest = Manifest.parse(place, text(json));
        unit.manifests.add(manifest);
        for (SecretClass user : manifest.classes()) {
          wanted.add(user.name().replace('.', '/') + ".class");
        }
      } catch (ManifestFormatException e) {
        unit.unreadable(String.valueOf(e.getMessage()));
      } catch (CharacterCodingException e) {
        unit.unreadable(each.getKey() + " is not UTF-8");
      }
    }
    if (!unit.manifests.isEmpty()) {
      notePresent(wanted);
      readServices(reader);
    }
  }

  private static String text(byte[] bytes) throws CharacterCodingException {
    return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
  }

  private void notePresent(Set<String> wanted) {
    BitSet lengths = new BitSet();
    for (String each : wanted) {
      Layout.addLengths(each.getBytes(StandardCharsets.UTF_8).length, lengths);
    }
    for (Member member : classes) {
      if (lengths.get(member.nameLength())) {
        String resource = Layout.resource(member.name());
        if (wanted.contains(resource)) {
          unit.present.add(resource);
        }
      }
    }
  }

  private void readServices(MemberReader reader) throws IOException {
    if (services != null) {
      String text = new String(reader.bytes(services, LARGEST_FILE), StandardCharsets.UTF_8);
      for (String line : text.split("\n", -1)) {
        int comment = line.indexOf('#');
        unit.listed.add((comment < 0 ? line : line.substring(0, comment)).trim());
      }
    }
    if (descriptor != null) {
      addProvided(reader.bytes(descriptor, LARGEST_FILE));
    }
  }

  private void addProvided(byte[] moduleInfo) throws IOException {
    try {
      ModuleDescriptor module = ModuleDescriptor.read(new ByteArrayInputStream(moduleInfo));
      for (ModuleDescriptor.Provides each : module.provides()) {
        if (each.service().equals(Layout.SERVICE)) {
          unit.listed.addAll(each.providers());
        }
      }
    } catch (InvalidModuleDescriptorException e) {
      return; // of a later Java: the services file tells
    }
  }

  /** Looks at the classes: those of a jar in memory now, so that it need not stay there. */
  private void look(Archive archive, MemberReader reader) {
    if (archive.isInMemory()) {
      look(classes, reader);
      return;
    }
    for (int i = 0; i < classes.size(); i += SLICE) {
      List<Member> slice = classes.subList(i, Math.min(classes.size(), i + SLICE));
      sink.later(other -> look(slice, other));
    }
  }

  private void look(List<Member> members, MemberReader reader) {
    for (Member member : members) {
      try {
        int length = reader.read(member, LARGEST_CLASS);
        if (SECRET.mayFind(reader.content(), length)) {
          AnnotatedClass found = SECRET.find(reader.content(), length);
          if (!found.sites().isEmpty() && !Layout.isOfOneVersion(member.name())) {
            unit.add(found);
          }
        }
      } catch (ArchiveException e) {
        unit.unreadable(String.valueOf(e.getMessage()));
      } catch (IOException e) {
        unit.unreadable("its files cannot be read");
      }
    }
  }
}
