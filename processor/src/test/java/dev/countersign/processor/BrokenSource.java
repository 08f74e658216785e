package dev.countersign.processor;

/** Sources that no compiler takes, each for another reason. What we are shown of them is odd. */
enum BrokenSource {
  CLASS_THAT_EXTENDS_ITSELF("class X extends X { @Secret(\"Key\") String a; }"),
  CLASSES_THAT_EXTEND_EACH_OTHER(
      "class X extends Y { @Secret(\"Key\") String a; } class Y extends X {}"),
  SETS_THAT_EXTEND_EACH_OTHER(
      "@SecretSet interface X extends Y { @Secret(\"Key\") String a(); } @SecretSet interface Y extends X {}"),
  CLASS_IN_ITS_OWN_SUPERCLASS(
      "class X extends X.In { static class In { @Secret(\"Key\") String a; } }"),
  UNKNOWN_SUPERCLASS(
      "class X extends Nowhere<X> implements java.nowhere.I { @Secret(\"Key\") String a; int b = c; }"),
  UNKNOWN_PARENT_OF_A_SET(
      "@SecretSet interface X extends Nowhere { @Secret(\"Key\") String a(); }"),
  SET_THAT_EXTENDS_A_CLASS(
      "@SecretSet interface X extends Thread { @Secret(\"Key\") String a(); }"),
  UNKNOWN_TYPE("class X { @Secret(\"Key\") Nowhere a; }"),
  UNKNOWN_TYPE_ARGUMENT("class X { @Secret(\"Key\") java.util.Optional<Nowhere> a; }"),
  TOO_MANY_TYPE_ARGUMENTS("class X { @Secret(\"Key\") java.util.Optional<String, String> a; }"),
  VOID_FIELD("class X { @Secret(\"Key\") void a; }"),
  VAR_FIELD("class X { @Secret(\"Key\") var a = \"\"; }"),
  FIELD_WITHOUT_A_NAME("class X { @Secret(\"Key\") String ; }"),
  FIELD_WITHOUT_A_TYPE("class X { @Secret(\"Key\") a; }"),
  ANNOTATION_OF_NOTHING("class X { @Secret(\"Key\") }"),
  ANNOTATION_WITHOUT_END("class X { @Secret(\"Key\" String a; }"),
  TEXT_WITHOUT_END("class X { @Secret(\"Key) String a; }"),
  CLASS_WITHOUT_END("class X { @Secret(\"Key\") String a;"),
  CLASS_WITHOUT_A_NAME("class { @Secret(\"Key\") String a; }"),
  ANNOTATION_AFTER_THE_LAST_CLASS("class X {} @Secret(\"Key\")"),
  SAME_FIELD_TWICE("class X { @Secret(\"Key\") String a; @Secret(\"Key\") String a; }"),
  SAME_CLASS_TWICE("class X { @Secret(\"Key\") String a; } class X { @Secret(\"Key\") String b; }"),
  SAME_COMPONENT_TWICE(
      "@SecretSet record X(@Secret(\"Key\") String a, @Secret(\"Key\") String a) {}"),
  SAME_METHOD_TWICE(
      "@SecretSet interface X { @Secret(\"Key\") String a(); @Secret(\"Key\") String a(); }"),
  RECORD_WITH_A_FIELD(
      "@SecretSet record X(@Secret(\"Key\") String a) { @Secret(\"Key\") String b; }"),
  RECORD_WITHOUT_COMPONENTS_LIST("@SecretSet record X { @Secret(\"Key\") String a; }"),
  NAME_THAT_IS_MISSING("class X { @Secret String a; @Secret() String b; }"),
  NAME_THAT_IS_A_NUMBER("class X { @Secret(5) String a; }"),
  NAME_THAT_IS_NULL("class X { @Secret(null) String a; }"),
  NAME_THAT_IS_A_LIST("class X { @Secret({\"Key\", \"Key\"}) String a; }"),
  NAME_THAT_IS_AN_ANNOTATION("class X { @Secret(@Deprecated) String a; }"),
  NAME_THAT_IS_A_CLASS("class X { @Secret(String.class) String a; }"),
  NAME_FROM_NOWHERE("class X { @Secret(Nowhere.KEY) String a; }"),
  NAME_FROM_NOWHERE_AT_THE_END("class X { @Secret(\"K\" + Nowhere.KEY) String a; }"),
  NAME_THAT_IS_NO_CONSTANT("class X { static String k = \"Key\"; @Secret(k) String a; }"),
  NAME_THAT_IS_CALLED("class X { static String k() { return \"\"; } @Secret(k()) String a; }"),
  NAME_THAT_CONTAINS_ITSELF("class X { static final String K = \"K\" + K; @Secret(K) String a; }"),
  NAME_THAT_DIVIDES_BY_ZERO("class X { @Secret(\"K\" + 1 / 0) String a; }"),
  UNKNOWN_ELEMENT("class X { @Secret(\"Key\", colour = 1) String a; }"),
  UNKNOWN_ELEMENT_ALONE("class X { @Secret(name = \"Key\") String a; }"),
  ANNOTATION_TWICE("class X { @Secret(\"Key\") @Secret(\"Key\") String a; }"),
  ON_A_CLASS("@Secret(\"Key\") class X {}"),
  ON_A_CONSTRUCTOR("class X { @Secret(\"Key\") X() {} }"),
  ON_AN_INITIALIZER("class X { @Secret(\"Key\") { } }"),
  ON_A_LOCAL_VARIABLE("class X { void m() { @Secret(\"Key\") String a; } }"),
  ON_A_LAMBDA(
      "class X { java.util.function.Function<String, String> f = (@Secret(\"Key\") String s) -> t; }"),
  ON_A_TYPE_PARAMETER("class X<@Secret(\"Key\") T> {}"),
  ON_A_TYPE("class X { java.util.List<@Secret(\"Key\") String> a; }"),
  ON_AN_ARRAY("class X { String @Secret(\"Key\") [] a; }"),
  ON_THE_RECEIVER("class X { void m(@Secret(\"Key\") X this) {} }"),
  ON_AN_IMPORT("@Secret(\"Key\") import java.util.List; class X {}"),
  ON_A_CASE("class X { void m(Object o) { switch (o) { @Secret(\"Key\") case 1: } } }"),
  ON_A_CATCH("class X { void m() { try { } catch (@Secret(\"Key\") Nowhere e) { } } }"),
  SET_ON_A_FIELD("class X { @SecretSet String a; }"),
  SET_ON_A_METHOD("class X { @SecretSet String a() { return null; } }"),
  SET_WITH_A_VALUE("@SecretSet(\"Key\") interface X { @Secret(\"Key\") String a(); }"),
  SEALED_SET_WITHOUT_PERMITS("@SecretSet sealed interface X { @Secret(\"Key\") String a(); }"),
  VOID_METHOD_OF_A_SET("@SecretSet interface X { @Secret(\"Key\") void a(); int b }"),
  ENUM_WITH_A_BROKEN_CONSTANT("enum X { @Secret(\"Key\") A(1); }"),
  LOCAL_CLASS_THAT_IS_BROKEN(
      "class X { void m() { class L extends L { @Secret(\"Key\") String a; } } }"),
  WRONG_PACKAGE_AGAIN("package com.other; class X { @Secret(\"Key\") String a; }"),
  IMPORT_FROM_NOWHERE("import static com.nowhere.Keys.KEY; class X { @Secret(KEY) String a; }"),
  TYPE_VARIABLE_IN_CIRCLES("class X<T extends U, U extends T> { @Secret(\"Key\") T a; }"),
  UNREADABLE("class X { \u0000 @Secret(\"Key\") String a; # }");

  private final String text;

  BrokenSource(String text) {
    this.text = text;
  }

  String text() {
    return text;
  }
}
