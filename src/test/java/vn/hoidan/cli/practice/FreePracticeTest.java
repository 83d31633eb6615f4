package vn.hoidan.cli.practice;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.hoidan.core.quota.QuotaDesign;
import vn.hoidan.core.survey.Survey;

class FreePracticeTest {

    @TempDir
    private Path folder;

    @Test
    void opensASmallSurveyWithoutListsWhereTwoPeopleWorkInOneDistrict() {
        try (Practice practice = Practice.open(folder, "vi", 7, PracticeDesign.FREE)) {
            Survey survey = practice.server().office().surveys().all().getFirst();
            assertEquals(QuotaDesign.FREE_QUOTA, survey.design());
            assertEquals(2, survey.constraints().size());
            assertEquals(4, survey.softTargets().size());
            assertEquals(2, practice.server().office().places().lines(survey.id()).size());
            assertEquals(3, practice.invitations().size());
            assertTrue(Files.exists(folder.resolve(FreePractice.DECLARATION)));
        }
        try (Practice again = Practice.open(folder, "vi", 8, PracticeDesign.LISTS)) {
            assertEquals(QuotaDesign.FREE_QUOTA, again.server().office().surveys().all().getFirst().design(),
                    "what was begun goes on");
        }
    }
}
