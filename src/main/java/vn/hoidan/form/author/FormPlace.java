package vn.hoidan.form.author;

import java.util.Optional;
import vn.hoidan.core.sync.Bytes;
import vn.hoidan.form.QuestionnairePackage;
import vn.hoidan.form.xlsform.SheetFolder;

/// Where the files of a form are looked for.
interface FormPlace {
    /// What came of looking for a file.
    sealed interface Sought {
    }

    record Found(Bytes content) implements Sought {
    }

    /// Larger than a whole questionnaire may be.
    record TooLarge() implements Sought {
    }

    /// Not there, or not to be read.
    record Missing() implements Sought {
    }

    /// @param name as the form calls it
    Sought read(String name);

    /// Names of the folders as the author knows them.
    String names();

    /// A pack: files of its questionnaire lie in `media`, or beside the sheets.
    static FormPlace pack(SheetFolder folder) {
        return new FormPlace() {
            @Override
            public Sought read(String name) {
                if (name.contains("/") || name.contains("\\") || name.contains("..")) {
                    return new Missing();
                }
                Optional<byte[]> content = folder.read(FormFolders.MEDIA + "/" + name).or(() -> folder.read(name));
                return content.map(FormPlace::bounded).orElseGet(Missing::new);
            }

            @Override
            public String names() {
                return FormFolders.MEDIA;
            }
        };
    }

    static Sought bounded(byte[] content) {
        return content.length > QuestionnairePackage.MOST_BYTES ? new TooLarge() : new Found(Bytes.of(content));
    }
}
