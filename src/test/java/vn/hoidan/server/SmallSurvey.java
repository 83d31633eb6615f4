package vn.hoidan.server;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import vn.hoidan.core.area.Area;
import vn.hoidan.core.area.AreaKey;
import vn.hoidan.core.area.AreaLevel;
import vn.hoidan.core.area.Areas;
import vn.hoidan.core.index.IndexMethod;
import vn.hoidan.core.index.IndexRule;
import vn.hoidan.core.index.IndexSetup;
import vn.hoidan.core.indicator.Indicator;
import vn.hoidan.core.indicator.IndicatorKind;
import vn.hoidan.core.indicator.IndicatorTree;
import vn.hoidan.core.questionnaire.Path;
import vn.hoidan.core.questionnaire.QuestionnaireId;
import vn.hoidan.core.questionnaire.Text;
import vn.hoidan.core.quota.AnswerCondition;
import vn.hoidan.core.quota.AnswerFilter;
import vn.hoidan.core.quota.CellKey;
import vn.hoidan.core.quota.Constraint;
import vn.hoidan.core.quota.QuotaDesign;
import vn.hoidan.core.quota.SoftTarget;
import vn.hoidan.core.sampling.DrawMethod;
import vn.hoidan.core.sampling.Household;
import vn.hoidan.core.sampling.ListId;
import vn.hoidan.core.sampling.SampleList;
import vn.hoidan.core.sampling.SamplePlan;
import vn.hoidan.core.sampling.Stage;
import vn.hoidan.core.survey.Consent;
import vn.hoidan.core.survey.Survey;
import vn.hoidan.core.survey.SurveyId;
import vn.hoidan.core.sync.Bytes;
import vn.hoidan.server.app.book.Sha256;
import vn.hoidan.wire.RecordDictionary;

/// A survey small enough to fill: two districts, a commune each, two villages each.
public final class SmallSurvey {
    private static final IndexRule INDEX_RULE = new IndexRule("small", 2, IndexRule.SIPAS.item(),
            IndexRule.SIPAS.blanks(), IndexRule.SIPAS.aggregation(), IndexRule.SIPAS.across(),
            IndexRule.SIPAS.lonely(), 1, 5, 2, 0.95, 2);

    public static final SurveyId ID = new SurveyId("thu-2024");
    public static final int DISTRICT_TARGET = 5;
    public static final int VILLAGE_TARGET = 3;
    public static final int HOUSEHOLDS = 12;
    public static final String DISTRICT = "271";
    public static final String OTHER_DISTRICT = "275";

    public static final AnswerFilter WOMEN = AnswerFilter.of(
            new AnswerCondition.OneOf(new Path("/data/q1"), Set.of("2")));
    private static final LocalDate FROM = LocalDate.of(2024, 11, 1);

    private SmallSurvey() {
    }

    public static Bytes xform() {
        return Bytes.of("""
                <h:html xmlns="http://www.w3.org/2002/xforms" xmlns:h="http://www.w3.org/1999/xhtml">
                <h:head><h:title>Thử</h:title><model>
                <itext>
                <translation lang="Tiếng Việt (vi)">
                <text id="/data/q1:label"><value>Ông/Bà hài lòng?</value></text>
                <text id="yes"><value>Có</value></text><text id="no"><value>Không</value></text>
                <text id="/data/note:label"><value>Ý kiến khác</value></text></translation>
                <translation lang="English (en)">
                <text id="/data/q1:label"><value>Are you satisfied?</value></text>
                <text id="yes"><value>Yes</value></text><text id="no"><value>No</value></text>
                <text id="/data/note:label"><value>Other comments</value></text></translation>
                </itext>
                <instance><data id="thu" version="1"><q1/><note/></data></instance>
                <bind nodeset="/data/q1" type="string"/><bind nodeset="/data/note" type="string"/>
                </model></h:head><h:body>
                <select1 ref="/data/q1"><label ref="jr:itext('/data/q1:label')"/>
                <item><label ref="jr:itext('yes')"/><value>1</value></item>
                <item><label ref="jr:itext('no')"/><value>2</value></item></select1>
                <input ref="/data/note"><label ref="jr:itext('/data/note:label')"/></input>
                </h:body></h:html>""".getBytes(StandardCharsets.UTF_8));
    }

    /// The same form with another wording of its first question, without its note and with a new question.
    public static Bytes nextXform() {
        String text = new String(xform().toArray(), StandardCharsets.UTF_8).replace("version=\"1\"", "version=\"2\"")
                .replace("Ông/Bà hài lòng?", "Ông/Bà có hài lòng không?").replace("/data/note", "/data/years")
                .replace("<note/>", "<years/>").replace("Ý kiến khác", "Sống ở đây bao nhiêu năm")
                .replace("Other comments", "Years lived here")
                .replace("nodeset=\"/data/years\" type=\"string\"", "nodeset=\"/data/years\" type=\"int\"");
        return Bytes.of(text.getBytes(StandardCharsets.UTF_8));
    }

    public static QuestionnaireId nextQuestionnaire() {
        return idOf(nextXform());
    }

    static QuestionnaireId idOf(Bytes xform) {
        return new QuestionnaireId("sha256:" + Sha256.of(xform).hex());
    }

    /// Against which interviews of it are compressed.
    public static RecordDictionary dictionary() {
        return RecordDictionary.of(questionnaire(), xform());
    }

    public static QuestionnaireId questionnaire() {
        return idOf(xform());
    }

    public static Survey survey() {
        List<Area> areas = new ArrayList<>();
        Area province = new Area(new AreaKey("01", FROM), AreaLevel.PROVINCE, "Thành phố", "Hà Nội", Optional.empty(),
                Optional.empty());
        areas.add(province);
        List<Constraint> constraints = new ArrayList<>();
        for (String code : List.of(DISTRICT, OTHER_DISTRICT)) {
            Area district = area(code, AreaLevel.DISTRICT, "Huyện", "Huyện " + code, province);
            Area commune = area(code + "00", AreaLevel.COMMUNE, "Xã", "Xã " + code, district);
            areas.add(district);
            areas.add(commune);
            constraints.add(new Constraint(AreaLevel.DISTRICT, district.key(), DISTRICT_TARGET));
            for (int number = 1; number <= 2; number++) {
                Area village = area(code + "00-" + number, AreaLevel.VILLAGE, "Thôn", number + " (tập dượt)", commune);
                areas.add(village);
                constraints.add(new Constraint(AreaLevel.VILLAGE, village.key(), VILLAGE_TARGET));
            }
        }
        return new Survey(ID, Text.of("Khảo sát thử", "Trial survey"), questionnaire(),
                new Consent("1", Text.of("Ông/Bà đồng ý trả lời không?", "Do you agree to answer?"), List.of()), areas,
                constraints, true);
    }

    public static final int WOMEN_TARGET = 4;

    /// The survey without lists: six interviews in each district, of which four with women, and in every commune at
    /// least two of each gender are wished for.
    public static Survey free() {
        List<Constraint> hard = new ArrayList<>();
        List<SoftTarget> soft = new ArrayList<>();
        for (Area area : survey().areas()) {
            if (area.level() == AreaLevel.DISTRICT) {
                hard.add(new Constraint(area.level(), area.key(), 6));
                hard.add(new Constraint(area.level(), area.key(), WOMEN, WOMEN_TARGET));
            } else if (area.level() == AreaLevel.COMMUNE) {
                soft.add(new SoftTarget(area.level(), area.key(), WOMEN, 3, 2));
            }
        }
        return survey().wanting(QuotaDesign.FREE_QUOTA, hard, soft);
    }

    /// The cells of an interview in a district: of a woman or of a man.
    public static CellKey[] cells(String district, boolean woman) {
        CellKey all = districtCell(district);
        return woman ? new CellKey[] {all, womenIn(district)} : new CellKey[] {all};
    }

    public static CellKey womenIn(String district) {
        return CellKey.of(AreaLevel.DISTRICT, new AreaKey(district, FROM), WOMEN);
    }

    public static CellKey softWomenIn(String commune) {
        return CellKey.of(AreaLevel.COMMUNE, new AreaKey(commune, FROM), WOMEN);
    }

    public static List<SampleList> lists() {
        List<SampleList> lists = new ArrayList<>();
        for (Area area : survey().areas()) {
            if (area.level() == AreaLevel.VILLAGE) {
                List<Household> households = new ArrayList<>();
                for (int number = 1; number <= HOUSEHOLDS; number++) {
                    households.add(new Household(number, "Hộ " + number, "ngõ " + number + " (tập dượt)"));
                }
                lists.add(new SampleList(list(area.key().code()), area.key(), area.fullName(), VILLAGE_TARGET,
                        households));
            }
        }
        return lists;
    }

    /// @param village `27100-1`, `27100-2`, `27500-1`, `27500-2`
    public static ListId list(String village) {
        return new ListId(ID.text() + "/" + village);
    }

    public static CellKey villageCell(String village) {
        return CellKey.of(AreaLevel.VILLAGE, new AreaKey(village, FROM));
    }

    public static CellKey districtCell(String district) {
        return CellKey.of(AreaLevel.DISTRICT, new AreaKey(district, FROM));
    }

    private static Area area(String code, AreaLevel level, String kind, String name, Area parent) {
        return new Area(new AreaKey(code, FROM), level, kind, name, Optional.of(parent.key()), Optional.empty());
    }

    /// @param villages whether the frame has the villages
    public static IndexMethod indexMethod(Set<String> counts, boolean villages) {
        Survey survey = survey();
        Areas all = new Areas(survey.areas());
        IndicatorTree tree = new IndicatorTree(List.of(
                new Indicator("index", IndicatorKind.OVERALL, Optional.empty(), Text.of("chỉ số", "index"),
                        Optional.empty()),
                new Indicator("satisfied", IndicatorKind.ITEM, Optional.of("index"), Text.of("hài lòng", "satisfied"),
                        Optional.of(new Indicator.Measured(new vn.hoidan.core.questionnaire.Path("/data/q1"),
                                counts)))));
        SamplePlan plan = new SamplePlan(List.of(
                new Stage.Named(AreaLevel.DISTRICT, all.at(AreaLevel.DISTRICT).stream().map(area -> area.key())
                        .toList()),
                new Stage.Drawn(AreaLevel.COMMUNE, 1, DrawMethod.SIMPLE_RANDOM),
                new Stage.Drawn(AreaLevel.VILLAGE, 2, DrawMethod.SIMPLE_RANDOM),
                new Stage.Households(HOUSEHOLDS, 3, DrawMethod.SIMPLE_RANDOM)), Map.of());
        Areas frame = villages ? all : new Areas(survey.areas().stream()
                .filter(area -> area.level() != AreaLevel.VILLAGE).toList());
        return new IndexMethod(tree, new IndexSetup(INDEX_RULE, 0.9, List.of(), List.of()), plan,
                IndexMethod.frameOf(plan, frame),
                Optional.empty());
    }
}
