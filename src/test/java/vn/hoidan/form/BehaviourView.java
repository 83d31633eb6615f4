package vn.hoidan.form;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import vn.hoidan.core.questionnaire.Element;
import vn.hoidan.core.questionnaire.QuestionType;
import vn.hoidan.core.questionnaire.Session;

/// What a respondent is shown, by path without the name of the form's root and by field, so that two forms can be
/// compared. What our compiler does otherwise on purpose is evened out here and nowhere else.
record BehaviourView(Map<String, Map<String, String>> parts, Set<String> grids) {
    /// pyxform makes these of a grid: its heading and its row of choices. Ours stays a group.
    private static final List<String> GRID_HELPERS =
            List.of("generated_table_list_label_", "reserved_name_for_field_list_labels_");
    private static final int CHARACTERS_BEFORE = 20;
    private static final int CHARACTERS_SHOWN = 120;
    private static final String GRID = "table-list";
    /// What pyxform writes where a translation is missing; ours shows the main language.
    private static final String NO_TRANSLATION = "-";
    /// pyxform leaves it standing in questions that lie in a group of a loop; ours puts the choice's label in.
    private static final String LOOP_VARIABLE = "%(label)s";
    private static final Set<String> TEXTS = Set.of("label", "hint", "guidance", "choices", "image");

    /// The first thing in which two views differ.
    ///
    /// @param reason class of the difference, such as `label`
    record Difference(String reason, String detail) {
    }

    static BehaviourView of(Session session) {
        BehaviourView view = new BehaviourView(new LinkedHashMap<>(), new LinkedHashSet<>());
        session.sections().forEach(view::add);
        return view;
    }

    /// A path without its first step: the root's name comes from outside the form.
    static String below(String path) {
        int second = path.indexOf('/', 1);
        return second < 0 ? "/" : path.substring(second);
    }

    private void add(Element element) {
        String path = below(element.path().text());
        String name = element.path().name();
        if (GRID_HELPERS.stream().anyMatch(name::startsWith)) {
            return;
        }
        Map<String, String> fields = new LinkedHashMap<>();
        // pyxform puts a space before and after a reference at the end of a label.
        fields.put("label", element.label().strip());
        fields.put("appearance", element.appearance());
        switch (element) {
            case Element.Group group -> {
                // The form itself stands for its questions outside of groups.
                if (path.indexOf('/', 1) > 0 || !path.equals("/")) {
                    fields.put("kind", "group");
                    parts.put(path, fields);
                    if (group.appearance().contains(GRID)) {
                        grids.add(path);
                    }
                }
                group.elements().forEach(this::add);
            }
            case Element.Repeat repeat -> {
                fields.put("kind", "repeat");
                fields.put("instances", String.valueOf(repeat.instances().size()));
                fields.put("fixed", String.valueOf(repeat.fixedSize()));
                parts.put(path + "[]", fields);
                repeat.instances().forEach(this::add);
            }
            case Element.Question question -> addQuestion(path, question, fields);
        }
    }

    private void addQuestion(String path, Element.Question question, Map<String, String> fields) {
        fields.put("kind", question.type().code());
        fields.put("hint", question.hint());
        fields.put("guidance", question.guidance());
        fields.put("required", String.valueOf(question.required()));
        fields.put("read-only", String.valueOf(question.readOnly()));
        fields.put("value", question.value().orElse(""));
        // Points to choose from on a map, which a laptop in the field has not.
        boolean onMap = question.type() == QuestionType.GEOPOINT || question.type() == QuestionType.UNSUPPORTED;
        fields.put("choices", onMap ? "" : question.choices().stream()
                .map(choice -> choice.code() + "=" + choice.label()).collect(Collectors.joining("\n")));
        fields.put("range", question.range().map(Object::toString).orElse(""));
        fields.put("image", question.image().orElse(""));
        parts.put(path, fields);
    }

    /// Empty if both show the same.
    static Optional<Difference> between(BehaviourView ours, BehaviourView theirs) {
        Set<String> missing = new LinkedHashSet<>(theirs.parts.keySet());
        missing.removeAll(ours.parts.keySet());
        if (!missing.isEmpty()) {
            return Optional.of(new Difference("shown only by pyxform's", missing.toString()));
        }
        Set<String> added = new LinkedHashSet<>(ours.parts.keySet());
        added.removeAll(theirs.parts.keySet());
        if (!added.isEmpty()) {
            return Optional.of(new Difference("shown only by ours", added.toString()));
        }
        if (!new ArrayList<>(ours.parts.keySet()).equals(new ArrayList<>(theirs.parts.keySet()))) {
            return Optional.of(new Difference("order", ours.parts.keySet() + " / " + theirs.parts.keySet()));
        }
        for (String path : ours.parts.keySet()) {
            for (String field : ours.parts.get(path).keySet()) {
                String one = ours.parts.get(path).get(field);
                String other = theirs.parts.get(path).get(field);
                if (!alike(path, field, one, other, ours.grids)) {
                    return Optional.of(new Difference(field, path + ": " + apart(one, String.valueOf(other))));
                }
            }
        }
        return Optional.empty();
    }

    /// Both texts from a little before where they part.
    static String apart(String ours, String theirs) {
        int same = Arrays.mismatch(ours.toCharArray(), theirs.toCharArray());
        int from = Math.max(0, same - CHARACTERS_BEFORE);
        return "ours \"" + part(ours, from) + "\", pyxform's \"" + part(theirs, from) + "\"";
    }

    private static String part(String text, int from) {
        return text.substring(Math.min(from, text.length()), Math.min(from + CHARACTERS_SHOWN, text.length()));
    }

    private static boolean alike(String path, String field, String ours, String theirs, Set<String> grids) {
        if (Objects.equals(ours, theirs)) {
            return true;
        }
        boolean inGrid = grids.stream().anyMatch(grid -> path.equals(grid) || path.startsWith(grid + "/"));
        if (inGrid && (field.equals("appearance") || field.equals("label") && grids.contains(path))) {
            return true;
        }
        return TEXTS.contains(field) && theirs != null
                && (theirs.contains(LOOP_VARIABLE) || withoutMissing(ours, theirs));
    }

    /// Line by line the same but for missing translations.
    private static boolean withoutMissing(String ours, String theirs) {
        List<String> one = ours.lines().toList();
        List<String> other = theirs.lines().toList();
        if (theirs.equals(NO_TRANSLATION)) {
            return true;
        }
        if (one.size() != other.size()) {
            return false;
        }
        for (int line = 0; line < one.size(); line++) {
            boolean missing = other.get(line).endsWith("=" + NO_TRANSLATION)
                    && one.get(line).startsWith(other.get(line).substring(0, other.get(line).length() - 1));
            if (!missing && !one.get(line).equals(other.get(line))) {
                return false;
            }
        }
        return true;
    }
}
