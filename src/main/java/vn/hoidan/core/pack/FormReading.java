package vn.hoidan.core.pack;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import vn.hoidan.core.questionnaire.QuestionType;
import vn.hoidan.core.questionnaire.Questionnaire;
import vn.hoidan.core.sync.Bytes;

/// What came of reading a form from the file in which its author keeps it.
public sealed interface FormReading {
    /// Everything there is to say about it, errors before warnings, each in the form's order.
    List<FormRemark> remarks();

    /// It can be asked.
    ///
    /// @param content  what is stored and sent: its XForm, or a package of the XForm and its files
    /// @param asked    how many questions it has, by type
    /// @param computed how many values it finds by itself
    /// @param remarks  warnings only
    record Usable(Questionnaire questionnaire, Bytes content, Map<QuestionType, Integer> asked, int computed,
            List<FormRemark> remarks) implements FormReading {
        public Usable {
            asked = Collections.unmodifiableMap(new TreeMap<>(asked));
            remarks = List.copyOf(remarks);
        }
    }

    /// It cannot be asked; at least one remark says why.
    record Refused(List<FormRemark> remarks) implements FormReading {
        public Refused {
            remarks = List.copyOf(remarks);
        }
    }
}
