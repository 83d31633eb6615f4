package vn.hoidan.cli.server;

import java.util.List;
import java.util.Random;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import vn.hoidan.cli.command.OfficeCommand;
import vn.hoidan.cli.command.Terminal;
import vn.hoidan.core.area.Area;
import vn.hoidan.core.area.AreaLevel;
import vn.hoidan.core.pack.PracticeSample;
import vn.hoidan.core.pack.SurveyPack;
import vn.hoidan.core.problem.Problem;
import vn.hoidan.core.problem.ProblemKind;
import vn.hoidan.core.sampling.SampleList;
import vn.hoidan.core.survey.Survey;
import vn.hoidan.core.survey.SurveyId;
import vn.hoidan.message.Messages;
import vn.hoidan.server.Office;
import vn.hoidan.server.ServerWiring;

/// `survey create`: a survey with its quotas and village lists from a pack.
@Command(name = "create")
final class SurveyCreate extends OfficeCommand {

    private static final int SEEDS = 1_000_000;

    @Option(names = "--pack", required = true, paramLabel = "NAME|DIR")
    private String pack;

    @Option(names = "--id", paramLabel = "ID")
    private String id = "";

    @Option(names = "--practice")
    private boolean practice;

    @Option(names = "--seed", paramLabel = "N")
    private Long seed;

    SurveyCreate(Terminal terminal, Messages messages) {
        super(terminal, messages);
    }

    @Override
    protected void carryOut() {
        if (!practice) {
            throw Problem.of(ProblemKind.OPTION_INVALID, "option", "--practice", "reason",
                    messages().get("survey.lists-needed")).exception();
        }
        SurveyPack loaded = named(ServerWiring.pack(pack));
        long drawnBy = seed == null ? new Random().nextInt(SEEDS) : seed;
        PracticeSample sample = PracticeSample.draw(loaded, drawnBy);
        Survey survey = loaded.surveyIn(sample.areas(), true);
        List<SampleList> lists = survey.design().isList() ? sample.lists() : List.of();
        try (Office office = office()) {
            office.surveys().create(survey, loaded.xform(), lists);
            office.index().setMethod(loaded.survey(), loaded.method().drawnBy(drawnBy));
        }
        say("survey.created", loaded.survey().text(), loaded.surveyTitle().in(messages().language()));
        say("survey.seed", drawnBy);
        for (Area district : sample.areas().at(AreaLevel.DISTRICT)) {
            say("survey.area", district.fullName(), String.join(", ", sample.areas().below(district.key()).stream()
                    .map(Area::fullName).toList()));
        }
        say("survey.lists", lists.size(), lists.stream().mapToInt(SampleList::target).sum());
    }

    private SurveyPack named(SurveyPack loaded) {
        try {
            return id.isEmpty() ? loaded : loaded.under(new SurveyId(id));
        } catch (IllegalArgumentException malformed) {
            throw Problem.of(ProblemKind.OPTION_INVALID, "option", "--id", "reason",
                    messages().get("invalid.survey-id")).exception(malformed);
        }
    }
}
