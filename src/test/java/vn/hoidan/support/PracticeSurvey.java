package vn.hoidan.support;

import java.util.List;
import java.util.Optional;
import vn.hoidan.core.area.Area;
import vn.hoidan.core.area.AreaKey;
import vn.hoidan.core.area.AreaLevel;
import vn.hoidan.core.questionnaire.QuestionnaireId;
import vn.hoidan.core.questionnaire.Text;
import vn.hoidan.core.quota.Constraint;
import vn.hoidan.core.survey.Consent;
import vn.hoidan.core.survey.Survey;
import vn.hoidan.core.survey.SurveyId;

/// The survey of the practice office.
final class PracticeSurvey {
    private static final AreaKey HANOI = PracticeOffice.HANOI;
    private static final AreaKey BA_VI = PracticeOffice.BA_VI;
    private static final AreaKey COMMUNE = PracticeOffice.COMMUNE;

    private PracticeSurvey() {
    }

    static Survey survey() {
        List<Area> areas = List.of(
                new Area(HANOI, AreaLevel.PROVINCE, "Thành phố", "Hà Nội", Optional.empty(), Optional.empty()),
                new Area(BA_VI, AreaLevel.DISTRICT, "Huyện", "Ba Vì", Optional.of(HANOI), Optional.empty()),
                new Area(COMMUNE, AreaLevel.COMMUNE, "Xã", "Tản Lĩnh", Optional.of(BA_VI), Optional.empty()),
                new Area(PracticeOffice.village(1), AreaLevel.VILLAGE, "", "Thôn 1 (tập dượt)", Optional.of(COMMUNE),
                        Optional.empty()),
                new Area(PracticeOffice.village(2), AreaLevel.VILLAGE, "", "Thôn 2 (tập dượt)", Optional.of(COMMUNE),
                        Optional.empty()));
        Consent consent = new Consent("2024-1", Text.of("Thưa ông/bà, chúng tôi đang lấy ý kiến của người dân về sự "
                + "phục vụ của cơ quan hành chính nhà nước. Việc trả lời là tự nguyện; ông/bà có thể dừng bất cứ lúc "
                + "nào. Ý kiến được giữ kín và chỉ dùng để tổng hợp. Ông/bà có đồng ý trả lời không?",
                "We are asking people what they think of the service of state offices. Taking part is voluntary; you "
                + "may stop at any time. Answers are confidential and used for totals only. Do you agree to answer?"),
                List.of(new Consent.RefusalReason("busy", Text.of("Bận, không có thời gian", "Busy, no time")),
                        new Consent.RefusalReason("no-interest", Text.of("Không quan tâm", "Not interested")),
                        new Consent.RefusalReason("other", Text.of("Lý do khác", "Another reason"))));
        return new Survey(new SurveyId("hanoi-2024"), Text.of("SIPAS 2024 · Hà Nội", "SIPAS 2024 · Hanoi"),
                new QuestionnaireId("sha256:" + "0".repeat(64)), consent, areas,
                List.of(new Constraint(AreaLevel.DISTRICT, BA_VI, 450)), true);
    }
}
