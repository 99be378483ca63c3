package org.allowable.worklist;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** All edits of a warehouse's worklist, in the order in which they were recorded. */
public final class WorklistHistory {

  private record Cell(WorklistRow row, WorklistField field) {}

  private final @Nullable WorklistHistory before;
  private final List<WorklistEvent> events = new ArrayList<>();
  private final Map<Cell, List<WorklistEvent>> byCell = new HashMap<>();
  private final Map<String, WorklistEvent> byId = new HashMap<>();
  private final Set<String> sources = new HashSet<>();

  /** A history of these edits. */
  public WorklistHistory(List<WorklistEvent> recorded) {
    before = null;
    recorded.stream().sorted(Comparator.comparingInt(WorklistEvent::number)).forEach(this::add);
  }

  private WorklistHistory(WorklistHistory before) {
    this.before = before;
  }

  /** A history that goes on from this one, which stays as it is. */
  WorklistHistory following() {
    return new WorklistHistory(this);
  }

  /** Adds an edit that follows all others. */
  void add(WorklistEvent event) {
    events.add(event);
    byCell.computeIfAbsent(new Cell(event.row(), event.field()), c -> new ArrayList<>()).add(event);
    byId.put(event.id(), event);
    sources.add(event.sourceSha256());
  }

  /** All edits. */
  public List<WorklistEvent> events() {
    List<WorklistEvent> all = new ArrayList<>(before == null ? List.of() : before.events());
    all.addAll(events);
    return List.copyOf(all);
  }

  private @Nullable WorklistEvent lastEvent() {
    if (events.isEmpty()) {
      return before == null ? null : before.lastEvent();
    }
    return events.get(events.size() - 1);
  }

  /** The number of the last edit; 0 where there is none. */
  public int last() {
    WorklistEvent last = lastEvent();
    return last == null ? 0 : last.number();
  }

  /** The id of the last edit; empty where there is none. */
  public String lastId() {
    WorklistEvent last = lastEvent();
    return last == null ? "" : last.id();
  }

  /** Whether edits of a workbook of this hash are recorded: all of them are, then. */
  boolean hasRead(String sourceSha256) {
    return sources.contains(sourceSha256) || (before != null && before.hasRead(sourceSha256));
  }

  /** Whether a row has a status now. */
  public boolean stands(WorklistStatus status) {
    return cells().stream()
        .filter(cell -> cell.field() == WorklistField.STATUS)
        .map(cell -> standing(cell.row(), cell.field(), Integer.MAX_VALUE))
        .anyMatch(event -> event != null && status.name().equals(event.value()));
  }

  private Set<Cell> cells() {
    Set<Cell> all = new HashSet<>(before == null ? Set.of() : before.cells());
    all.addAll(byCell.keySet());
    return all;
  }

  /** The edit of an id; null where it is not recorded. */
  @Nullable WorklistEvent named(String id) {
    WorklistEvent own = byId.get(id);
    return own == null && before != null ? before.named(id) : own;
  }

  /** The edits of a field, up to a number. */
  List<WorklistEvent> of(WorklistRow row, WorklistField field, int until) {
    List<WorklistEvent> all =
        new ArrayList<>(before == null ? List.of() : before.of(row, field, until));
    byCell.getOrDefault(new Cell(row, field), List.of()).stream()
        .filter(event -> event.number() <= until)
        .forEach(all::add);
    return all;
  }

  /** The edit that stood in a field after so many edits: the last that was no conflict. */
  @Nullable WorklistEvent standing(WorklistRow row, WorklistField field, int until) {
    WorklistEvent standing = null;
    for (WorklistEvent event : of(row, field, until)) {
      if (!event.isConflict()) {
        standing = event;
      }
    }
    return standing;
  }

  /**
   * The last conflicting edit of a row that nobody had settled after so many edits; null where none
   * was open.
   */
  @Nullable WorklistEvent openConflict(WorklistRow row, int until) {
    int settled = 0;
    for (WorklistEvent event : of(row, WorklistField.SETTLED, until)) {
      WorklistEvent named = event.value() == null ? null : named(event.value());
      settled = named == null ? settled : Math.max(settled, named.number());
    }
    WorklistEvent open = null;
    for (WorklistField field : WorklistField.VALUES) {
      WorklistEvent standing = standing(row, field, until);
      int from = Math.max(settled, standing == null ? 0 : standing.number());
      for (WorklistEvent event : of(row, field, until)) {
        if (event.isConflict()
            && event.number() > from
            && (open == null || event.number() > open.number())) {
          open = event;
        }
      }
    }
    return open;
  }

  /**
   * The edits of another warehouse that are not here yet, numbered as they follow those that are.
   * One that rests on another edit than the one that stands here is a conflict.
   */
  public List<WorklistEvent> missing(WorklistHistory other) {
    WorklistHistory joined = following();
    List<WorklistEvent> missing = new ArrayList<>();
    for (WorklistEvent event : other.events()) {
      if (joined.named(event.id()) == null) {
        WorklistEvent standing = joined.standing(event.row(), event.field(), Integer.MAX_VALUE);
        String here = standing == null ? null : standing.id();
        boolean isConflict =
            event.isConflict()
                || (event.field() != WorklistField.SETTLED
                    && !Objects.equals(here, event.baseId()));
        WorklistEvent added = event.in(joined.last() + 1, isConflict);
        joined.add(added);
        missing.add(added);
      }
    }
    return missing;
  }
}
