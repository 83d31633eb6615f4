package vn.hoidan.form.spreadsheet;

import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/// What one part of a workbook points to.
final class Relations {
    private static final String FOLDER = "_rels/";
    private static final String ENDING = ".rels";
    private static final String EXTERNAL = "External";

    private final List<Relation> all;

    /// @param kind   last word of its type: `worksheet`, `styles`, `sharedStrings`
    /// @param target name of the part
    record Relation(String id, String kind, String target) {
    }

    private Relations(List<Relation> all) {
        this.all = all;
    }

    /// Relations of a part; of the file as a whole when the name is empty. None if it has none.
    static Relations of(Archive archive, String part) throws FaultException {
        int slash = part.lastIndexOf('/') + 1;
        String folder = part.substring(0, slash);
        String name = folder + FOLDER + part.substring(slash) + ENDING;
        List<Relation> all = new ArrayList<>();
        Optional<InputStream> source = archive.open(name);
        if (source.isPresent()) {
            try (XmlCursor cursor = new XmlCursor(source.get(), name)) {
                while (cursor.next()) {
                    if (cursor.isStart("Relationship") && !cursor.attribute("TargetMode").equals(EXTERNAL)
                            && all.size() < Bounds.MOST_PARTS) {
                        String type = cursor.attribute("Type");
                        all.add(new Relation(cursor.attribute("Id"), type.substring(type.lastIndexOf('/') + 1),
                                resolve(folder, cursor.attribute("Target"))));
                    }
                }
            }
        }
        return new Relations(all);
    }

    /// A name inside the file; steps upwards end at its top.
    private static String resolve(String folder, String target) {
        Deque<String> steps = new ArrayDeque<>();
        for (String step : (target.startsWith("/") ? target : folder + target).split("/")) {
            if (step.equals("..")) {
                steps.pollLast();
            } else if (!step.isEmpty() && !step.equals(".")) {
                steps.addLast(step);
            }
        }
        return String.join("/", steps);
    }

    /// The part that the first relation of this kind points to.
    Optional<String> first(String kind) {
        return all.stream().filter(relation -> relation.kind().equals(kind)).map(Relation::target).findFirst();
    }

    Optional<Relation> byId(String id) {
        return all.stream().filter(relation -> relation.id().equals(id)).findFirst();
    }
}
