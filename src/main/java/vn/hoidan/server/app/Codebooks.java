package vn.hoidan.server.app;

import java.util.List;
import vn.hoidan.core.questionnaire.CodebookEntry;
import vn.hoidan.core.sync.Bytes;

/// Reads what a questionnaire asks, for the columns and labels of an export.
public interface Codebooks {

    /// Every question in the form's order.
    List<CodebookEntry> of(Bytes xform);
}
