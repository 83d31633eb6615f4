package vn.hoidan.support;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/// A form in a folder of CSV sheets, as an author keeps and changes it.
public final class FormFolder {
    private static final String HEADER = "type,name,label::Tiếng Việt (vi),label::English (en),relevant,required\n";

    private final Path folder;

    public FormFolder(Path folder) {
        this.folder = folder;
    }

    public Path path() {
        return folder;
    }

    /// Rows under the columns type, name, label in Vietnamese and in English, relevant, required.
    public FormFolder survey(String... rows) {
        return write("survey.csv", HEADER + String.join("\n", rows) + "\n");
    }

    /// Rows under the columns list_name, name, label in both languages.
    public FormFolder choices(String... rows) {
        return write("choices.csv", "list_name,name,label::Tiếng Việt (vi),label::English (en)\n"
                + String.join("\n", rows) + "\n");
    }

    public FormFolder settings(String title, String version) {
        return write("settings.csv", "form_title,form_id,version,default_language\n" + title + ",thu," + version
                + ",Tiếng Việt (vi)\n");
    }

    public FormFolder write(String file, String content) {
        try {
            Files.createDirectories(folder);
            Files.writeString(folder.resolve(file), content, StandardCharsets.UTF_8);
            return this;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /// Two questions, of which the second is hidden until the first is answered with `yes`.
    public static FormFolder small(Path folder) {
        return new FormFolder(folder).settings("Mẫu phiếu nhỏ", "1")
                .survey("select_one yn,ok,Đồng ý không?,Do you agree?,,yes",
                        "text,why,Vì sao?,Why?,${ok} = 'yes',yes", "integer,age,Bao nhiêu tuổi?,How old?,,")
                .choices("yn,yes,Có,Yes", "yn,no,Không,No");
    }
}
