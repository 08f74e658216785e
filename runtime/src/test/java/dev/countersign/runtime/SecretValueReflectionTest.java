package dev.countersign.runtime;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.annotation.PropertyAccessor;
import com.fasterxml.jackson.databind.DatabindException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.NotSerializableException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.Serializable;
import java.lang.reflect.InaccessibleObjectException;
import java.lang.reflect.Modifier;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.lang3.builder.RecursiveToStringStyle;
import org.apache.commons.lang3.builder.ReflectionToStringBuilder;
import org.apache.commons.lang3.builder.ToStringBuilder;
import org.apache.commons.lang3.builder.ToStringStyle;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.core.style.ToStringCreator;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** What writes objects out by reflection refuses a value, or writes an object without it. */
class SecretValueReflectionTest {
  private static final String TEXT = "hunter2-\u00e4";

  record AsComponent(String user, SecretValue password) {}

  static class AsField implements Serializable {
    private static final long serialVersionUID = 1L;
    public String user = "root";

    @SuppressWarnings("serial") // that it cannot be written is what is tested
    public SecretValue password;

    AsField(SecretValue password) {
      this.password = password;
    }
  }

  static class AsGetter {
    private final SecretValue password;

    AsGetter(SecretValue password) {
      this.password = password;
    }

    public SecretValue getPassword() {
      return password;
    }
  }

  static List<Object> holders() {
    return List.of(
        opened(),
        sealed(),
        declared(),
        new AsComponent("root", opened()),
        new AsField(opened()),
        new AsGetter(sealed()),
        List.of(opened()),
        Map.of("password", declared()));
  }

  private static SecretValue opened() {
    return SecretValue.of(TEXT);
  }

  private static SecretValue sealed() {
    byte[] bytes = TEXT.getBytes(StandardCharsets.UTF_8);
    return SealedBy.sealed(() -> bytes.clone());
  }

  /** Returns a value that waits for its first use to be held against its declaration. */
  private static SecretValue declared() {
    Resolver resolver =
        new Resolver(
            Environment.of(EnvironmentType.PROD),
            Declare.catalog(Declare.manifest("app", Declare.declare("Token").pattern(".*").done())),
            List.of(SecretProvider.of(Map.of("Token", TEXT))));
    return resolver.get("Token");
  }

  @ParameterizedTest
  @MethodSource("holders")
  void jackson2_refuses(Object holder) {
    ObjectMapper mapper = new ObjectMapper();
    assertTells(assertThrows(DatabindException.class, () -> mapper.writeValueAsString(holder)));
  }

  @ParameterizedTest
  @MethodSource("holders")
  void jackson2OnEveryField_findsNoValue(Object holder) throws Exception {
    ObjectMapper mapper = new ObjectMapper();
    mapper.setVisibility(PropertyAccessor.ALL, JsonAutoDetect.Visibility.ANY);
    mapper.disable(com.fasterxml.jackson.databind.SerializationFeature.FAIL_ON_EMPTY_BEANS);
    assertWithout(mapper.writeValueAsString(holder));
  }

  @ParameterizedTest
  @MethodSource("holders")
  void jackson3_refusesOrFindsNoValue(Object holder) {
    assertWithout(JsonMapper.builder().build().writeValueAsString(holder));
    JsonMapper strict =
        JsonMapper.builder().enable(SerializationFeature.FAIL_ON_EMPTY_BEANS).build();
    assertTells(assertThrows(JacksonException.class, () -> strict.writeValueAsString(holder)));
    JsonMapper all =
        JsonMapper.builder()
            .changeDefaultVisibility(any -> any.with(JsonAutoDetect.Visibility.ANY))
            .disable(SerializationFeature.FAIL_ON_EMPTY_BEANS)
            .build();
    assertWithout(all.writeValueAsString(holder));
  }

  @Test
  void jackson_makesNoValueOfText() {
    String json = "{\"user\":\"root\",\"password\":\"x\"}";
    assertThrows(
        DatabindException.class, () -> new ObjectMapper().readValue(json, AsComponent.class));
    assertThrows(
        JacksonException.class,
        () -> JsonMapper.builder().build().readValue(json, AsComponent.class));
  }

  @ParameterizedTest
  @MethodSource("holders")
  void gson_refuses(Object holder) {
    assertTells(assertThrows(RuntimeException.class, () -> new Gson().toJson(holder)));
  }

  @ParameterizedTest
  @MethodSource("holders")
  void gsonOnTransientFields_comesToAClassOfTheJdk(Object holder) {
    Gson gson = new GsonBuilder().excludeFieldsWithModifiers(Modifier.STATIC).create();
    String message = assertThrows(RuntimeException.class, () -> gson.toJson(holder)).getMessage();
    assertTrue(message.contains("'java."), message);
    assertWithout(message);
  }

  @Test
  void gson_makesNoValueThatReveals() {
    assertThrows(
        RuntimeException.class, () -> new Gson().fromJson("{\"password\":\"x\"}", AsField.class));
    AsField empty = new Gson().fromJson("{\"password\":{\"bytes\":[1]}}", AsField.class);
    assertThrows(IllegalStateException.class, () -> empty.password.reveal());
  }

  @Test
  void javaSerialization_refusesItsHolder() throws Exception {
    ByteArrayOutputStream written = new ByteArrayOutputStream();
    try (ObjectOutputStream out = new ObjectOutputStream(written)) {
      NotSerializableException refused =
          assertThrows(
              NotSerializableException.class, () -> out.writeObject(new AsField(opened())));
      assertEquals(SecretValue.class.getName(), refused.getMessage());
    }
    assertWithout(written.toString(StandardCharsets.UTF_8));
    ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(written.toByteArray()));
    assertThrows(Exception.class, in::readObject);
  }

  @ParameterizedTest
  @MethodSource("holders")
  void commonsLang_findsNoValue(Object holder) {
    assumeFalse(holder instanceof List || holder instanceof Map, "closed to it by the JDK");
    assertWithout(ReflectionToStringBuilder.toString(holder));
    assertWithout(ToStringBuilder.reflectionToString(holder, ToStringStyle.JSON_STYLE));
    ReflectionToStringBuilder everything =
        new ReflectionToStringBuilder(holder, ToStringStyle.MULTI_LINE_STYLE);
    everything.setAppendTransients(true);
    everything.setAppendStatics(true);
    assertWithout(everything.toString());
  }

  @ParameterizedTest
  @MethodSource("holders")
  void commonsLangThatFollowsFields_findsNoValue(Object holder) {
    String printed;
    try {
      printed = new ReflectionToStringBuilder(holder, new RecursiveToStringStyle()).toString();
    } catch (InaccessibleObjectException e) {
      printed = e.getMessage();
    }
    assertWithout(printed);
  }

  @ParameterizedTest
  @MethodSource("holders")
  void springsToStringCreator_findsNoValue(Object holder) {
    ToStringCreator creator = new ToStringCreator(holder);
    creator.append("one", holder).append("all", List.of(holder));
    creator.append("byName", Map.of("one", holder)).append("array", new Object[] {holder});
    assertWithout(creator.toString());
  }

  @Test
  void wrappers_printNoValue() {
    Secrets secrets = Secrets.of(Map.of("Token", TEXT));
    assertWithout(Optional.of(opened()).toString());
    assertWithout(Sites.find(secrets, "Token", Conversion.value()).toString());
    assertWithout(Sites.supplier(secrets, "Token", Conversion.text()).toString());
    assertWithout(Sites.optionalSupplier(secrets, "Token", Conversion.text()).toString());
    assertWithout(secrets.toString());
    assertWithout(new AsComponent("root", sealed()).toString());
    assertWithout(Map.of("a", List.of(opened())).toString());
  }

  private static void assertTells(Exception refused) {
    for (Throwable cause = refused; cause != null; cause = cause.getCause()) {
      assertWithout(String.valueOf(cause.getMessage()));
    }
    assertTrue(refused.getMessage().contains("SecretValue"), refused.getMessage());
  }

  private static void assertWithout(String printed) {
    byte[] bytes = TEXT.getBytes(StandardCharsets.UTF_8);
    String list = List.of(bytes[0], bytes[1], bytes[2]).toString();
    assertFalse(printed.contains("hunter2"), printed);
    assertFalse(printed.contains(Base64.getEncoder().encodeToString(bytes)), printed);
    String dense = printed.replace(" ", "");
    assertFalse(dense.contains(list.substring(1, list.length() - 1).replace(" ", "")), printed);
  }
}
