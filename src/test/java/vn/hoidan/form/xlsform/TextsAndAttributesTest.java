package vn.hoidan.form.xlsform;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static vn.hoidan.form.xlsform.CompiledForms.assertContains;
import static vn.hoidan.form.xlsform.CompiledForms.assertLoads;
import static vn.hoidan.form.xlsform.CompiledForms.compiled;
import static vn.hoidan.form.xlsform.CompiledForms.errors;
import static vn.hoidan.form.xlsform.CompiledForms.warnings;
import static vn.hoidan.form.xlsform.CompiledForms.xform;

import java.util.List;
import org.junit.jupiter.api.Test;

class TextsAndAttributesTest {
    @Test
    void putsPicturesAndSoundsBesideTheTextsAndNamesTheirFiles() throws Exception {
        String markdown = """
                | survey |
                | | type         | name | label::Việt (vi) | media::image::Việt (vi) | audio::English (en) | big-image |
                | | select_one l | a    | Nhà             | nha.png                 | house.mp3           | to.png    |
                | | note         | b    |                 | ${a}.png                |                     |           |
                | choices |
                | | list_name | name | label::Việt (vi) | image::Việt (vi) |
                | | l         | x    | Ngói            | ngoi.png         |
                | | l         | y    |                 | nha.png          |
                | settings |
                | | default_language |
                | | Việt (vi)        |
                """;
        String xform = xform(markdown);
        assertContains(xform, "<value form=\"image\">jr://images/nha.png</value>");
        assertContains(xform, "<value form=\"big-image\">jr://images/to.png</value>");
        assertContains(xform, "<value form=\"audio\">jr://audio/house.mp3</value>");
        assertContains(xform, "<value form=\"image\">jr://images/<output value=\" /data/a \"/>.png</value>");
        assertContains(xform, "<text id=\"l-0\">");
        assertContains(xform, "<label ref=\"jr:itext(itextId)\"/>");
        assertEquals(List.of("ngoi.png", "nha.png", "to.png", "house.mp3").stream().sorted().toList(),
                compiled(markdown).files().stream().sorted().toList());
        assertLoads(xform);
    }

    @Test
    void readsColumnsWithoutALanguageAsThoseOfTheDefaultLanguage() throws Exception {
        String xform = xform("""
                | survey |
                | | type | name | label | label::English (en) |
                | | text | a    | Tên   | Name                |
                | settings |
                | | default_language |
                | | Tiếng Việt (vi)  |
                """);
        assertContains(xform, "<translation lang=\"Tiếng Việt (vi)\" default=\"true()\">");
        assertFalse(xform.contains("lang=\"default\""), xform);
        assertLoads(xform);
    }

    @Test
    void writesTheAttributesOfTheAuthorWithReferences() throws Exception {
        String xform = xform("""
                | survey |
                | | type    | name | label | bind::odk:x | body::y | instance::my:z | noAppErrorString | rows |
                | | integer | n    | N     |             |         |                |                  |      |
                | | text    | a    | A     | ${n} + 1    | p       | q              | Thiếu ứng dụng   | 3    |
                | settings |
                | | namespaces                  | attribute::k |
                | | my="http://example.org/my"  | v            |
                """);
        assertContains(xform, "xmlns:my=\"http://example.org/my\"");
        assertContains(xform, "odk:x=\" /data/n  + 1\"");
        assertContains(xform, "jr:noAppErrorString=\"Thiếu ứng dụng\"");
        assertContains(xform, "<a my:z=\"q\"/>");
        assertContains(xform, " y=\"p\"");
        assertContains(xform, "rows=\"3\"");
        assertContains(xform, "<data k=\"v\" id=\"data\">");
        assertLoads(xform);
    }

    @Test
    void refusesAttributesThatWouldBreakTheForm() {
        for (String header : List.of("bind::no:x", "body::ref", "bind::nodeset", "instance::a b", "body::jr:count:x")) {
            assertEquals(List.of("attribute-malformed survey:1:" + header),
                    errors("| survey |\n| | type | name | label | " + header + " |\n| | text | a | A | x |\n"), header);
        }
    }

    @Test
    void mendsWhatWordProcessorsDoToExpressionsButNotToTexts() {
        String survey = """
                | survey |
                | | type | name | label   | relevant   |
                | | text | a    | “A”     |            |
                | | text | b    | B       | ${a}  = ‘x’ |
                """;
        assertContains(xform(survey), "relevant=\" /data/a  = 'x'\"");
        assertContains(xform(survey), "<label>“A”</label>");
        assertEquals(List.of("expression-malformed survey:3:relevant"),
                errors(survey + "| settings |\n| | clean_text_values |\n| | no |\n"));
    }

    @Test
    void saysWhatADesktopCannotDoAndStillCompiles() throws Exception {
        String markdown = """
                | survey |
                | | type                | name | label | appearance | trigger | parameters |
                | | text                | t    | T     |            |         |            |
                | | image               | a    | A     | signature  |         |            |
                | | audio               | b    | B     |            |         |            |
                | | geotrace            | c    | C     |            |         |            |
                | | background-audio    | d    |       |            |         |            |
                | | start-geopoint      | e    |       |            |         |            |
                | | background-geopoint | f    |       |            | ${t}    |            |
                | | audit               |      |       |            |         | track-changes=true |
                | | note                | g    | ${e}  |            |         |            |
                """;
        assertEquals(List.of("appearance-not-on-desktop survey:3:appearance", "type-not-on-desktop survey:4:type",
                "type-not-on-desktop survey:5:type", "type-not-on-desktop survey:6:type",
                "type-not-on-desktop survey:7:type", "type-not-on-desktop survey:8:type",
                "audit-left-out survey:9:type"), warnings(markdown));
        assertLoads(xform(markdown));
    }

    @Test
    void namesTheCellOfAWrongAuditOrTrigger() {
        String head = "| survey |\n| | type | name | label | parameters | trigger | calculation |\n"
                + "| | text | t | T |\n";
        assertEquals(List.of("audit-named survey:3:name"), errors(head + "| | audit | log | |\n"));
        assertEquals(List.of("audit-location survey:3:parameters"),
                errors(head + "| | audit | | | location-max-age=5 |\n"));
        assertEquals(List.of("parameter-value survey:3:parameters"), errors(head
                + "| | audit | | | location-priority=balanced location-min-interval=60 location-max-age=5 |\n"));
        assertEquals(List.of("trigger-missing survey:3:trigger"), errors(head + "| | background-geopoint | p | |\n"));
        assertEquals(List.of("calculation-not-allowed survey:3:calculation"),
                errors(head + "| | background-geopoint | p | | | ${t} | 1 |\n"));
        assertEquals(List.of("trigger-malformed survey:3:trigger"),
                errors(head + "| | calculate | p | | | ${last-saved#t} | 1 |\n"));
    }

    @Test
    void leavesOutRowsThatAreDisabled() {
        assertFalse(xform("| survey |\n| | type | name | label | disabled |\n| | text | a | A | |\n"
                + "| | txet | b | B | yes |\n").contains("/data/b"));
    }

    @Test
    void omitsTheInstanceIdOnlyWhereNothingNeedsIt() {
        String form = "| survey |\n| | type | name | label |\n| | text | a | A |\n| settings |\n";
        assertFalse(xform(form + "| | omit_instanceID |\n| | yes |\n").contains("instanceID"));
        assertEquals(List.of("instance-id-needed settings:2:omit_instanceID"),
                errors(form + "| | omit_instanceID | public_key |\n| | yes | abc |\n"));
    }

    @Test
    void refusesOrOtherTogetherWithAFilterAndTranslatesItsChoice() throws Exception {
        String form = """
                | survey |
                | | type                  | name | label::Việt (vi) | label::English (en) | choice_filter |
                | | select_one l or_other | a    | A               | A                   | %s |
                | choices |
                | | list_name | name | label::Việt (vi) | label::English (en) |
                | | l         | x    | X               | X                   |
                """;
        assertEquals(List.of("other-with-filter survey:2:choice_filter"), errors(form.formatted("name = 'x'")));
        String xform = xform(form.formatted(""));
        assertContains(xform, "<value>Khác</value>");
        assertContains(xform, "<value>Other</value>");
        assertLoads(xform);
    }
}
