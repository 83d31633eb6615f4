package vn.hoidan.form.xlsform;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static vn.hoidan.form.xlsform.CompiledForms.assertContains;
import static vn.hoidan.form.xlsform.CompiledForms.assertLoads;
import static vn.hoidan.form.xlsform.CompiledForms.errors;
import static vn.hoidan.form.xlsform.CompiledForms.xform;

import java.util.List;
import org.junit.jupiter.api.Test;

class LoopsAndTablesTest {
    private static final String CHOICES = """
            | choices |
            | | list_name | name | label::Việt (vi) | label::English (en) |
            | | cay       | lua  | Lúa             | Rice                |
            | | cay       | ngo  | Ngô             | Maize               |
            | | cay       | none | Không           | None                |
            | | muc       | it   | Ít              | Little              |
            """;

    @Test
    void repeatsTheRowsOfALoopForEachChoiceWithItsLabelInEachLanguage() throws Exception {
        String xform = xform("""
                | survey |
                | | type                | name | label::Việt (vi)   | label::English (en)   | relevant          |
                | | begin_loop over cay | vu   | Vụ                | Crop                  |                   |
                | | begin_group         | g    | Nhóm              | Group                 |                   |
                | | integer             | n    | Bao nhiêu %(label)s | How much %(label)s  |                   |
                | | select_one muc      | m    | Mức               | Level                 | '%(name)s' = 'ngo' |
                | | end_group           |      |                   |                       |                   |
                | | end_loop            |      |                   |                       |                   |
                """ + CHOICES);
        assertContains(xform, "<bind nodeset=\"/data/vu/lua/g/n\" type=\"int\"/>");
        assertContains(xform, "<bind nodeset=\"/data/vu/ngo/g/m\" type=\"string\" relevant=\"'ngo' = 'ngo'\"/>");
        assertContains(xform, "<value>Bao nhiêu Lúa</value>");
        assertContains(xform, "<value>How much Maize</value>");
        assertEquals(-1, xform.indexOf("/data/vu/none"));
        assertLoads(xform);
    }

    @Test
    void namesTheRowWhereALoopIsWrong() {
        String head = "| survey |\n| | type | name | label::Việt (vi) | label::English (en) |\n";
        assertEquals(List.of("group-not-closed survey:2:type"),
                errors(head + "| | begin_loop over cay | v | V | V |\n| | text | a | A | A |\n" + CHOICES));
        assertEquals(List.of("group-not-opened survey:3:type"),
                errors(head + "| | text | a | A | A |\n| | end_loop |\n" + CHOICES));
        assertEquals(List.of("list-unknown survey:2:type"),
                errors(head + "| | begin_loop over cya | v | V | V |\n| | text | a | A | A |\n| | end_loop |\n"
                        + CHOICES));
        assertEquals(List.of("group-not-opened survey:4:type"), errors(head
                + "| | begin_loop over cay | v | V | V |\n| | text | a | A | A |\n| | end_group |\n| | end_loop |\n"
                + CHOICES));
        assertEquals(List.of("group-not-closed survey:3:type"), errors(head
                + "| | begin_loop over cay | v | V | V |\n| | begin_group | g | G | G |\n| | text | a | A | A |\n"
                + "| | end_loop |\n" + CHOICES));
        assertEquals(List.of("name-twice survey:3:name"), errors(head
                + "| | begin_loop over cay | v | V | V |\n| | begin_repeat | r | R | R |\n| | text | a | A | A |\n"
                + "| | end_repeat |\n| | end_loop |\n" + CHOICES));
    }

    @Test
    void refusesATableThatCannotHaveOneHeading() {
        String head = "| survey |\n| | type | name | label | appearance | choice_filter |\n"
                + "| | begin_group | g | G | table-list |\n";
        assertEquals(List.of("table-of-two-lists survey:4:type"), errors(head
                + "| | select_one cay | a | A |\n| | select_one muc | b | B |\n| | end_group |\n" + CHOICES));
        assertEquals(List.of("table-with-filter survey:3:choice_filter"), errors(head
                + "| | select_one cay | a | A | | name = 'x' |\n| | end_group |\n" + CHOICES));
    }

    @Test
    void refusesAGroupThatIsRequired() {
        String form = "| survey |\n| | type | name | label | required |\n| | begin_group | g | G | %s |\n"
                + "| | text | a | A |\n| | end_group |\n";
        assertEquals(List.of("group-required survey:2:required"), errors(form.formatted("yes")));
        assertEquals(List.of(), errors(form.formatted("no")));
    }
}
