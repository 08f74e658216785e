package dev.countersign.cli;

import java.util.ArrayList;
import java.util.List;

/** A person who types given lines, or nobody. */
final class FakeTerminal implements Terminal {
  private final boolean input;
  private final boolean output;
  private final List<String> answers;
  private final List<String> prompts = new ArrayList<>();
  private int columns;
  private String surplus = "";

  FakeTerminal(boolean input, boolean output, String... answers) {
    this.input = input;
    this.output = output;
    this.answers = new ArrayList<>(List.of(answers));
  }

  /** Returns a person at both ends. */
  static FakeTerminal typing(String... answers) {
    return new FakeTerminal(true, true, answers);
  }

  /** Makes the terminal this wide. */
  FakeTerminal wide(int number) {
    columns = number;
    return this;
  }

  /** Has more typed than is asked for. */
  FakeTerminal pasting(String more) {
    surplus = more;
    return this;
  }

  String surplus() {
    return surplus;
  }

  List<String> prompts() {
    return prompts;
  }

  @Override
  public boolean isInput() {
    return input;
  }

  @Override
  public boolean isOutput() {
    return output;
  }

  @Override
  public int columns() {
    return columns;
  }

  @Override
  public boolean canAsk() {
    return input && output;
  }

  @Override
  public boolean discard() {
    boolean any = !surplus.isEmpty();
    surplus = "";
    return any;
  }

  @Override
  public char[] ask(String prompt) {
    prompts.add(prompt);
    return answers.isEmpty() ? null : answers.remove(0).toCharArray();
  }
}
