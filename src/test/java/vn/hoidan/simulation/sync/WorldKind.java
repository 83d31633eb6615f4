package vn.hoidan.simulation.sync;

import java.nio.file.Path;
import java.util.List;
import vn.hoidan.core.quota.Constraint;
import vn.hoidan.core.quota.QuotaDesign;
import vn.hoidan.core.survey.Survey;
import vn.hoidan.server.SmallSurvey;
import vn.hoidan.server.TestOffice;

/// What a world is about. A seed has its kind for good.
///
/// @param free   quotas with units and vouchers in the place of village lists
/// @param gentle nobody copies, puts back, destroys or restores anything: there every unit must be somewhere, and no
///               interview has a reason to wait
/// @param files  the laptops' real stores, on disks that tear what is being written; they seal their records
/// @param sealed laptops seal and sign what they send; in the other worlds they are older programs that do not
record WorldKind(boolean free, boolean gentle, boolean files, boolean sealed) {
    /// No divisor of the others, so that every mixture occurs.
    static final int FILES_EVERY = 31;
    private static final int SEALED_EVERY = 3;
    /// So many interviews more than the small survey has, so that a world is not full at once.
    private static final int TIMES = 6;

    static WorldKind of(long seed) {
        return new WorldKind(seed % 2 == 0, seed % 5 == 0, seed % FILES_EVERY == 0,
                seed % SEALED_EVERY == 0);
    }

    static TestOffice freeOffice(Path folder) {
        TestOffice office = new TestOffice(folder);
        Survey small = SmallSurvey.free();
        List<Constraint> larger = small.constraints().stream().map(each -> new Constraint(each.level(), each.area(),
                each.answers(), TIMES * each.target())).toList();
        office.surveys().create(small.wanting(QuotaDesign.FREE_QUOTA, larger, small.softTargets()),
                SmallSurvey.xform(), List.of());
        return office;
    }
}
