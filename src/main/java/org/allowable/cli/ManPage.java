package org.allowable.cli;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** A manual page in the language of man, from what the commands say of themselves. */
final class ManPage {

  private final CommandSpec root;
  private final StringBuilder page = new StringBuilder();

  /**
   * A page.
   *
   * @param root the program, with all its commands
   */
  ManPage(CommandSpec root) {
    this.root = root;
  }

  /** The page's text. */
  String text() {
    line(".TH ALLOWABLE 1 \"\" \"Allowable " + Version.current() + "\" \"User commands\"");
    section("NAME");
    paragraph(root.name() + " - " + text(root.usageMessage().description()));
    section("SYNOPSIS");
    line(".B " + escaped(root.name()));
    line(".I COMMAND");
    line("[option ...]");
    section("COMMANDS");
    commands(root);
    section("EXIT STATUS");
    for (ExitCode each : ExitCode.values()) {
      term(String.valueOf(each.code()), each.meaning());
    }
    section("FILES");
    term(
        "practice.yaml",
        "Who the practice is, how it groups payers, what it aims at; in the warehouse, or --practice.");
    term(
        "manifest.json", "In each report's folder: what went in, what came out, and the controls.");
    return page.toString();
  }

  private void commands(CommandSpec of) {
    of.subcommands().values().stream()
        .map(CommandLine::getCommandSpec)
        .filter(command -> !(command.userObject() instanceof CommandLine.HelpCommand))
        .forEach(this::command);
  }

  private void command(CommandSpec command) {
    line(".SS " + escaped(command.qualifiedName(" ")));
    Arrays.stream(command.usageMessage().description()).forEach(said -> paragraph(text(said)));
    command.options().stream().filter(option -> !option.hidden()).forEach(this::option);
    List<String> examples =
        Arrays.stream(command.usageMessage().footer())
            .map(String::strip)
            .filter(said -> said.startsWith(root.name() + " "))
            .toList();
    if (!examples.isEmpty()) {
      line(".PP");
      line(examples.size() == 1 ? "Example:" : "Examples:");
      line(".nf");
      examples.forEach(example -> line("  " + escaped(example)));
      line(".fi");
    }
    commands(command);
  }

  private void option(OptionSpec option) {
    String names = String.join(", ", option.names());
    boolean hasValue = option.arity().max() > 0;
    term(
        hasValue ? names + " " + option.paramLabel() : names,
        text(option.description()) + (option.required() ? " Required." : ""));
  }

  private static String text(String... lines) {
    // As picocli writes a percent sign.
    return String.join(" ", lines).replace("%%", "%");
  }

  private void section(String name) {
    line(".SH " + name);
  }

  private void paragraph(String said) {
    line(".PP");
    line(escaped(said));
  }

  private void term(String name, String said) {
    line(".TP");
    line(".B " + escaped(name));
    line(escaped(said));
  }

  private void line(String said) {
    page.append(said).append('\n');
  }

  // A hyphen is one, a backslash too, and no line is taken for a request.
  private static String escaped(String said) {
    String all = said.replace("\\", "\\e").replace("-", "\\-");
    return all.lines()
        .map(each -> each.startsWith(".") || each.startsWith("'") ? "\\&" + each : each)
        .collect(Collectors.joining("\n"));
  }
}
