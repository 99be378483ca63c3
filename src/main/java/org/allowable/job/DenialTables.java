package org.allowable.job;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.allowable.config.Practice;
import org.allowable.model.InputException;
import org.allowable.model.Reference;
import org.allowable.model.Table;

/**
 * The denial tables of a run. They name each other's groups and owners, and a name that nothing
 * answers to would move denials out of everybody's rate; such rows are refused before SQL reads
 * them. Tables that a run does not read are not asked.
 */
final class DenialTables {

  private static final Table GROUP = Reference.DENIAL_GROUP;
  private static final Table OWNER = Reference.DENIAL_OWNER;
  private static final String ANY = "*";
  private static final String PHYSICIAN = "physician";
  private static final Set<String> ACCOUNTABLE = Set.of(PHYSICIAN, "location", "none");

  // Asked for by name: what is counted by sessions.
  private static final List<String> NEEDED = List.of("Frequency");

  private static final List<Table> NAMES_GROUPS =
      List.of(Reference.DENIAL_SIGNAL, Reference.DENIAL_EVIDENCE, Reference.RECOVERY_DEFAULT);

  private final Set<String> groups;
  private final Set<String> groupsOfPhysicians;

  private DenialTables(Set<String> groups, Set<String> groupsOfPhysicians) {
    this.groups = groups;
    this.groupsOfPhysicians = groupsOfPhysicians;
  }

  /**
   * Reads the tables.
   *
   * @throws InputException naming the table and what in it nothing answers to
   */
  static DenialTables read(ReferenceViews references) {
    Map<String, Set<String>> accountable = new HashMap<>();
    references.forEach(
        OWNER,
        row -> {
          String owner = cell(OWNER, row, "owner");
          String who = cell(OWNER, row, "accountable");
          requireOneOf(OWNER, "accountable of " + owner, who, ACCOUNTABLE);
          accountable.computeIfAbsent(owner, o -> new HashSet<>()).add(who);
        });
    Set<String> groups = new TreeSet<>();
    Set<String> ofPhysicians = new TreeSet<>();
    references.forEach(
        GROUP,
        row -> {
          String owner = cell(GROUP, row, "owner");
          String group = cell(GROUP, row, "denial_group");
          groups.add(group);
          if (!accountable.isEmpty()) {
            requireOneOf(GROUP, "owner of " + group, owner, accountable.keySet());
            if (accountable.getOrDefault(owner, Set.of()).contains(PHYSICIAN)) {
              ofPhysicians.add(group);
            }
          }
        });
    requireApart(groups);
    DenialTables tables = new DenialTables(groups, ofPhysicians);
    tables.requireGroups(references);
    return tables;
  }

  // Two columns of one sheet would look alike.
  private static void requireApart(Set<String> groups) {
    Map<String, String> folded = new HashMap<>();
    for (String group : groups) {
      String other = folded.put(group.strip().toLowerCase(Locale.ROOT), group);
      if (other != null) {
        throw new InputException(
            "Reference table %s: the denial groups %s and %s differ in capitals or spaces alone. Write both alike, or name one otherwise."
                .formatted(GROUP.name(), other, group));
      }
    }
  }

  private void requireGroups(ReferenceViews references) {
    if (groups.isEmpty()) {
      return;
    }
    for (String needed : NEEDED) {
      if (!groups.contains(needed)) {
        throw new InputException(
            "Reference table %s: no row has the denial group %s, which the session rules ask for by name. Give it back to its codes; any other group may be renamed."
                .formatted(GROUP.name(), needed));
      }
    }
    Set<String> orAny = new TreeSet<>(groups);
    orAny.add(ANY);
    for (Table table : NAMES_GROUPS) {
      references.forEach(
          table,
          row -> requireOneOf(table, "denial_group", cell(table, row, "denial_group"), orAny));
    }
  }

  /**
   * Refuses a practice with a training about a group that is in no physician's rate.
   *
   * @throws InputException naming the training
   */
  void require(Practice practice, Path practiceFile) {
    List<Practice.Training> trainings = practice.retraining().trainings();
    for (int i = 0; i < trainings.size(); i++) {
      String group = trainings.get(i).denialGroup();
      if (group != null && !groupsOfPhysicians.isEmpty() && !groupsOfPhysicians.contains(group)) {
        throw new InputException(
            "%s: retraining.trainings[%d] is about the denial group %s, which counts in no physician's rate. Name one of %s, or none for all."
                .formatted(practiceFile, i, group, String.join(", ", groupsOfPhysicians)));
      }
    }
  }

  private static void requireOneOf(Table table, String where, String word, Set<String> known) {
    if (!known.contains(word)) {
      throw new InputException(
          "Reference table %s, %s: expected one of %s, found %s. Correct the row, or add the one that is missing."
              .formatted(table.name(), where, String.join(", ", new TreeSet<>(known)), word));
    }
  }

  private static String cell(Table table, List<String> row, String column) {
    return Objects.requireNonNull(row.get(table.indexOf(column)));
  }
}
