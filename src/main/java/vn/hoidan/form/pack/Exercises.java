package vn.hoidan.form.pack;

import vn.hoidan.core.pack.FormReading;
import vn.hoidan.core.questionnaire.Questionnaire;
import vn.hoidan.form.author.AuthorForms;
import vn.hoidan.form.xlsform.SheetFolder;

/// The questionnaire with which enumerators practise: a few questions of every type, each saying what to press.
public final class Exercises {
    private static final String FOLDER = "/vn/hoidan/packs/exercises";

    private Exercises() {
    }

    /// Reads its sheets and makes it; takes a moment.
    public static Questionnaire load() {
        return switch (new AuthorForms().inPack(SheetFolder.onClassPath(FOLDER))) {
            case FormReading.Usable usable -> usable.questionnaire();
            case FormReading.Refused refused -> throw new IllegalStateException("exercises: " + refused.remarks());
        };
    }
}
