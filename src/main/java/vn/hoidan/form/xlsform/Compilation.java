package vn.hoidan.form.xlsform;

import java.util.List;
import java.util.Map;
import vn.hoidan.core.questionnaire.Path;
import vn.hoidan.core.sync.Bytes;

/// What came of compiling a form.
public sealed interface Compilation {
    /// The form runs.
    ///
    /// @param xform     the XForm as UTF-8 XML; the same sheets always give the same bytes
    /// @param questions every question by its path, with the codes of its choices if it has some
    /// @param files     names of the files that must lie beside the form (lists, pictures and sounds of labels), in
    ///                  order, each once
    /// @param warnings  what the author should look at
    record Compiled(Bytes xform, Map<Path, List<String>> questions, List<String> files, List<CellError> warnings)
            implements Compilation {
        public Compiled {
            questions = Map.copyOf(questions);
            files = List.copyOf(files);
            warnings = List.copyOf(warnings);
        }
    }

    /// The form cannot run; all that is wrong with it, in the order of the sheets.
    record Refused(List<CellError> errors) implements Compilation {
        public Refused {
            errors = List.copyOf(errors);
        }
    }
}
