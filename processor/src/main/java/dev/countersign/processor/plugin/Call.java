package dev.countersign.processor.plugin;

import com.sun.source.tree.ExpressionTree;
import java.util.List;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import org.jspecify.annotations.Nullable;

/**
 * A method that is called.
 *
 * @param method the method
 * @param owner the class that declares it
 * @param receiver what it is called on, or null where the source does not say
 * @param arguments what it is given
 */
record Call(
    ExecutableElement method,
    TypeElement owner,
    @Nullable ExpressionTree receiver,
    List<? extends ExpressionTree> arguments) {

  String ownerName() {
    return owner.getQualifiedName().toString();
  }

  String name() {
    return method.getSimpleName().toString();
  }

  boolean isStatic() {
    return method.getModifiers().contains(Modifier.STATIC);
  }
}
