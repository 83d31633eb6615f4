package vn.hoidan.server.app;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import vn.hoidan.core.area.Area;
import vn.hoidan.core.area.AreaKey;
import vn.hoidan.core.area.AreaLevel;
import vn.hoidan.core.area.Areas;
import vn.hoidan.core.quota.AnswerCondition;
import vn.hoidan.core.quota.AnswerFilter;
import vn.hoidan.core.quota.Bundle;
import vn.hoidan.core.quota.CellIndex;
import vn.hoidan.core.quota.Constraint;
import vn.hoidan.core.quota.Pace;
import vn.hoidan.core.quota.QuotaDesign;
import vn.hoidan.core.quota.Turn;
import vn.hoidan.core.survey.Person;
import vn.hoidan.core.survey.Role;
import vn.hoidan.core.survey.Survey;
import vn.hoidan.core.sync.Bytes;
import vn.hoidan.server.SmallSurvey;
import vn.hoidan.server.TestOffice;
import vn.hoidan.server.app.book.CentralStore;
import vn.hoidan.server.app.book.Devices;
import vn.hoidan.server.app.quota.QuotaTurns;

/// How long the first turns of 1,000 devices over 10,000 cells take on the real store, where each grant writes its
/// lease, its movement and its codes: few districts with many groups, which makes 48 leases for each device, and many
/// districts with eight groups of gender and age as in Hanoi, which makes eight.
public final class GrantOnStoreBench {

    private static final int DEVICES = 1_000;

    /// @param target of each district
    private record Shape(int districts, int groups, int mates, int target) {
    }

    private static final Shape MANY_GROUPS = new Shape(125, 80, 8, 450);
    private static final Shape MANY_DISTRICTS = new Shape(1_112, 8, 1, 48);
    private static final LocalDate FROM = LocalDate.of(2024, 11, 1);

    private static final ThreadMXBean THREAD = ManagementFactory.getThreadMXBean();

    private GrantOnStoreBench() {
    }

    private record Laptop(String id, List<Bundle> bundles) {
    }

    public static void main(String[] arguments) throws IOException {
        for (Shape shape : List.of(MANY_GROUPS, MANY_DISTRICTS)) {
            measured(shape, "in one transaction", (office, turns) -> office.store().write(central -> {
                turns.forEach(each -> each.accept(central));
                return turns.size();
            }));
            measured(shape, "in a durable transaction for each", (office, turns) -> turns.forEach(each ->
                    office.store().write(central -> {
                        each.accept(central);
                        return 1;
                    })));
        }
    }

    private static void measured(Shape shape, String how,
            BiConsumer<TestOffice, List<Consumer<CentralStore.Central>>> work) throws IOException {
        Path folder = Files.createTempDirectory("grants");
        try (TestOffice office = new TestOffice(folder)) {
            Survey survey = survey(shape);
            office.surveys().create(survey, SmallSurvey.xform(), List.of());
            QuotaTurns turns = new QuotaTurns(new Random(1));
            List<Consumer<CentralStore.Central>> all = new ArrayList<>();
            laptops(office, survey, shape).forEach(each -> all.add(central ->
                    turns.turn(central, survey.id(), turn(office, each), List.of())));
            long start = System.nanoTime();
            long worked = THREAD.getCurrentThreadCpuTime();
            work.accept(office, all);
            double seconds = (System.nanoTime() - start) / 1e9;
            double processor = (THREAD.getCurrentThreadCpuTime() - worked) / 1e9;
            int units = office.store().read(central -> central.ledger().counts(survey.id()).stream()
                    .mapToInt(cell -> cell.onLease()).sum());
            System.out.printf(Locale.ROOT, "%d cells, %d devices, %d units, %s: %.2f s, %.2f s of processor%n",
                    survey.constraints().size(), all.size(), units, how, seconds, processor);
        }
    }

    private static Turn turn(TestOffice office, Laptop laptop) {
        return new Turn(laptop.id(), office.now(), Pace.usual(office.now()), laptop.bundles(), true);
    }

    private static List<Laptop> laptops(TestOffice office, Survey survey, Shape shape) {
        CellIndex index = new CellIndex(new Areas(survey.areas()), survey.constraints());
        List<Laptop> laptops = new ArrayList<>();
        for (int district = 0; district < shape.districts(); district++) {
            List<Bundle> bundles = index.bundlesIn(new AreaKey("D" + district, FROM));
            for (int mate = 0; mate < shape.mates() && laptops.size() < DEVICES; mate++) {
                Person person = office.staff().add(survey.id(), "Máy " + laptops.size(), Role.ENUMERATOR,
                        "D" + district);
                String id = "d-" + laptops.size();
                office.store().write(central -> {
                    central.devices().add(Devices.Device.enrolled(id, person.id(), survey.id(), "Máy thử",
                            Bytes.of(new byte[32])), office.now());
                    return id;
                });
                laptops.add(new Laptop(id, bundles));
            }
        }
        return laptops;
    }

    private static Survey survey(Shape shape) {
        List<Area> areas = new ArrayList<>();
        Area province = new Area(new AreaKey("01", FROM), AreaLevel.PROVINCE, "Thành phố", "Hà Nội", Optional.empty(),
                Optional.empty());
        areas.add(province);
        List<Constraint> hard = new ArrayList<>();
        for (int district = 0; district < shape.districts(); district++) {
            Area area = new Area(new AreaKey("D" + district, FROM), AreaLevel.DISTRICT, "Huyện", "Huyện " + district,
                    Optional.of(province.key()), Optional.empty());
            areas.add(area);
            hard.add(new Constraint(AreaLevel.DISTRICT, area.key(), shape.target()));
            for (int group = 0; group < shape.groups(); group++) {
                hard.add(new Constraint(AreaLevel.DISTRICT, area.key(),
                        AnswerFilter.of(new AnswerCondition.OneOf(
                                new vn.hoidan.core.questionnaire.Path("/data/q1"), Set.of(String.valueOf(group)))),
                        1 + shape.target() / shape.groups()));
            }
        }
        Survey small = SmallSurvey.survey();
        return new Survey(small.id(), small.name(), small.questionnaire(), small.consent(), areas, hard, true)
                .wanting(QuotaDesign.FREE_QUOTA, hard, List.of());
    }
}
