package vn.hoidan.form.fuzz;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import vn.hoidan.core.sync.Bytes;
import vn.hoidan.form.spreadsheet.SpoiltBooks;
import vn.hoidan.form.xlsform.Compilation;
import vn.hoidan.form.xlsform.MarkdownSheets;
import vn.hoidan.form.xlsform.XlsFormCompiler;

/// Inputs that fuzzing begins with: forms in order with a little of everything.
final class Seeds {
    private static final int WHOLE_FILE = 255;
    private static final String SURVEY = """
            type,name,label::vi,label::en,hint,relevant,constraint,calculation,repeat_count,\
            appearance,parameters,default
            select_one yn or_other,q1,Có?,Yes?,h,,,,,minimal,randomize=true seed=3,
            begin_repeat,r,Nhóm,Group,,${q1} = 'y',,,3,,,
            integer,age,Tuổi,Age,,,. > 0 and . < 120,,,,,5
            calculate,c,,,,,,"sum(${age}) + indexed-repeat(${age}, ${r}, 1)",,,,
            end_repeat,r,,,,,,,,,,
            select_multiple yn,m,Gì?,What?,,"selected(${q1}, 'y')","regex(., '[a-z ]+')",,,,,
            range,g,Điểm,Score,,,,,,,start=1 end=5 step=1,
            note,n,"Tổng ${c} <b>","Sum ${c} & more",,,,,,,,
            """;
    private static final String CHOICES = "list_name,name,label::vi,label::en\nyn,y,Có,Yes\nyn,n,Không,No\n";
    private static final String SETTINGS = "form_title,form_id,version,default_language\nThử,f,1,vi\n";
    private static final String FORM = """
            | survey |
            | | type          | name | label       | relevant     | constraint | calculation   | choice_filter   |
            | | select_one yn | q1   | Q1          |              |            |               | true()          |
            | | begin_repeat  | r    | R           | ${q1} = 'y'  |            |               |                 |
            | | integer       | age  | Age ${q1}   |              | . > 0      |               |                 |
            | | end_repeat    |      |             |              |            |               |                 |
            | | calculate     | c    |             |              |            | sum(${age})   |                 |
            | | date          | d    | D           |              |            |               |                 |
            | choices |
            | | list_name | name | label |
            | | yn        | y    | Yes   |
            | | yn        | n    | No    |
            """;
    private static final String FORM_WITH_LIST = """
            | survey |
            | | type       | name | label | choice_filter                 | calculation |
            | | integer    | p    | P     |                               |             |
            | | select_one_from_file villages.csv | v | V | province=${p} and name != 'x' | |
            | | calculate | c | | | pulldata('villages', 'label', 'name', ${v}) |
            """;
    private static final String LIST = "name,label,province\na,\"A, b\",1\nb,B,2\nc,C,1\n";

    private Seeds() {
    }

    static void write(Class<?> target, Path folder) throws IOException {
        if (target == WorkbookTarget.class) {
            Files.write(folder.resolve("book"), chosen(WHOLE_FILE, SpoiltBooks.seed()));
            Files.write(folder.resolve("sheet"), chosen(0, SpoiltBooks.sheetSeed()));
            Files.write(folder.resolve("choices"), chosen(1, SpoiltBooks.sheetSeed()));
        } else if (target == SheetsTarget.class) {
            Files.writeString(folder.resolve("sheets"), String.join("\n=\n", List.of(SURVEY, CHOICES, SETTINGS)));
        } else {
            Files.write(folder.resolve("form"), xform(FORM).toArray());
            Files.writeString(folder.resolve("package"), new String(xform(FORM_WITH_LIST).toArray(),
                    StandardCharsets.UTF_8) + XFormTarget.BETWEEN + LIST);
        }
    }

    private static byte[] chosen(int choice, byte[] rest) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.write(choice);
        bytes.writeBytes(rest);
        return bytes.toByteArray();
    }

    private static Bytes xform(String markdown) {
        return switch (XlsFormCompiler.compile(MarkdownSheets.parse(markdown))) {
            case Compilation.Compiled compiled -> compiled.xform();
            case Compilation.Refused refused -> throw new IllegalStateException(refused.errors().toString());
        };
    }
}
