package vn.hoidan.form;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.javarosa.core.model.data.UncastData;
import org.javarosa.core.model.instance.TreeElement;
import vn.hoidan.core.questionnaire.Path;

/// What a form reads in the interview saved before it, by the instance that XForms name `jr://instance/last-saved`.
final class LastSaved {
    static final String SOURCE = "jr://instance/last-saved";

    private static final Pattern STEPS = Pattern.compile("\\s*(/\\s*[\\p{L}_][\\p{L}\\p{N}_.:-]*)");

    private LastSaved() {
    }

    /// The answers of that interview as JavaRosa sees them.
    static TreeElement tree(Map<Path, String> answers) {
        TreeElement top = new TreeElement(null, 0);
        answers.forEach((path, value) -> {
            TreeElement at = top;
            for (String step : path.text().substring(1).split("/")) {
                at = child(at, step);
            }
            if (at.getNumChildren() == 0) {
                at.setValue(new UncastData(value));
            }
        });
        TreeElement root = top.getNumChildren() == 0 ? new TreeElement("none", 0) : top.getChildAt(0);
        root.setParent(null);
        return root;
    }

    /// @param step a name, with a position from 1 where it is an instance of a repeat
    private static TreeElement child(TreeElement parent, String step) {
        int bracket = step.indexOf('[');
        String name = bracket < 0 ? step : step.substring(0, bracket);
        int position = bracket < 0 ? 0 : Integer.parseInt(step.substring(bracket + 1, step.length() - 1)) - 1;
        for (int missing = parent.getChildMultiplicity(name); missing <= position; missing++) {
            parent.addChild(new TreeElement(name, missing));
        }
        return parent.getChild(name, position);
    }

    /// Paths without positions in that instance, as these expressions name them.
    ///
    /// @param id of the instance in the form
    static Set<Path> paths(String id, List<String> expressions) {
        Pattern call = Pattern.compile("instance\\(\\s*(['\"])" + Pattern.quote(id) + "\\1\\s*\\)");
        Set<Path> paths = new LinkedHashSet<>();
        for (String expression : expressions) {
            Matcher found = call.matcher(expression);
            while (found.find()) {
                String path = steps(expression, found.end());
                if (!path.isEmpty()) {
                    paths.add(new Path(path));
                }
            }
        }
        return Set.copyOf(paths);
    }

    /// The steps that follow, predicates left out.
    private static String steps(String expression, int from) {
        StringBuilder path = new StringBuilder();
        Matcher step = STEPS.matcher(expression);
        int at = from;
        while (at < expression.length()) {
            step.region(at, expression.length());
            if (step.lookingAt()) {
                path.append(step.group(1).replaceAll("\\s", ""));
                at = step.end();
            } else if (expression.charAt(at) == '[') {
                at = Expressions.afterBracket(expression, at);
            } else {
                break;
            }
        }
        return path.toString();
    }
}
