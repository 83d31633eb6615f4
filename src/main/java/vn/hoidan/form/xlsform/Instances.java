package vn.hoidan.form.xlsform;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// The instances that a form has beside its own answers: lists in files and the interview saved before. Ids are unique.
final class Instances {
    static final String LAST_SAVED = "__last-saved";
    private static final String LAST_SAVED_ADDRESS = "jr://instance/last-saved";

    private final CellErrors errors;
    private final Map<String, Instance> byId = new LinkedHashMap<>();
    /// Ids that rows of their own declare (csv-external, xml-external), with the row.
    private final Map<String, Integer> declared = new LinkedHashMap<>();
    /// Ids that a declaration or a question about choices names; only these may be pointed at by parameters.
    private final Set<String> named = new LinkedHashSet<>();
    private final Set<String> files = new LinkedHashSet<>();

    Instances(CellErrors errors) {
        this.errors = errors;
    }

    /// @param address where the engine finds it
    record Instance(String id, String address) {
    }

    /// A row that only makes a file known.
    void declare(ListFile file, References.Place place) {
        Optional<Integer> first = Optional.ofNullable(declared.putIfAbsent(file.id(), place.row()));
        if (first.isPresent()) {
            errors.add(CellErrorKind.INSTANCE_TWICE, place.sheet(), place.row(), place.column(), file.id(),
                    first.get().toString());
            return;
        }
        choicesOf(file, place);
    }

    /// A question whose choices come from a file.
    void choicesOf(ListFile file, References.Place place) {
        named.add(file.id());
        add(file.id(), file.address(), place);
        files.add(file.name());
    }

    /// An expression that looks something up in a file.
    void lookUp(ListFile file, References.Place place) {
        add(file.id(), file.address(), place);
        files.add(file.name());
    }

    void lastSaved(References.Place place) {
        add(LAST_SAVED, LAST_SAVED_ADDRESS, place);
    }

    /// A picture or sound that a text shows.
    void media(String name) {
        files.add(name);
    }

    /// A list of the form's sheets may not have the name of a file's.
    void checkList(String id, References.Place place) {
        Optional.ofNullable(byId.get(id)).ifPresent(other -> errors.add(CellErrorKind.INSTANCE_CONFLICT,
                place.sheet(), place.row(), place.column(), id, other.address()));
    }

    boolean isNamed(String id) {
        return named.contains(id);
    }

    boolean has(String id) {
        return byId.containsKey(id);
    }

    void write(Xml model) {
        byId.values().forEach(instance -> model.add("instance").attribute("id", instance.id())
                .attribute("src", instance.address()));
    }

    /// Names of the files needed, in the order of the form.
    List<String> files() {
        return List.copyOf(files);
    }

    private void add(String id, String address, References.Place place) {
        Optional.ofNullable(byId.putIfAbsent(id, new Instance(id, address)))
                .filter(other -> !other.address().equals(address))
                .ifPresent(other -> errors.add(CellErrorKind.INSTANCE_CONFLICT, place.sheet(), place.row(),
                        place.column(), id, other.address()));
    }
}
