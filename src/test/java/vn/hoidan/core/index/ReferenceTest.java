package vn.hoidan.core.index;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.hoidan.support.BesideOthers;

/// Our figures beside those of R's package `survey` for the same interviews: the committed ones (version 4.1-1, R
/// 4.2.2) and, where R with the package is there, ones counted now by the script beside them.
@BesideOthers
class ReferenceTest {
    private static final double SAME = 1e-9;
    private static final double CONFIDENCE = 0.95;
    private static final long SCRIPT_SECONDS = 120;
    private static final String LONELY_STRATUM = "s7";

    private final List<SmallSurvey.Row> all = rows();
    private final List<SmallSurvey.Row> main =
            all.stream().filter(row -> !row.point().stratum().equals(LONELY_STRATUM)).toList();

    @Test
    void figuresAreThoseOfTheCommittedReference() throws IOException {
        compare(values(text("reference.csv")));
    }

    @Test
    void figuresAreThoseThatTheReferenceProgramCountsNow(@TempDir Path folder) throws Exception {
        for (String name : List.of("reference.R", "sample.csv")) {
            Files.writeString(folder.resolve(name), text(name));
        }
        assumeTrue(run(folder, "-e", "library(survey)"), "R with its package survey is not on this machine");
        assertTrue(run(folder, "reference.R", "sample.csv", "now.csv"), "the script failed");
        compare(values(Files.readString(folder.resolve("now.csv"))));
    }

    private void compare(Map<String, Double> reference) {
        Map<String, Double> ours = ours();
        assertEquals(new TreeSet<>(reference.keySet()), new TreeSet<>(ours.keySet()));
        ours.forEach((name, value) -> {
            double expected = reference.get(name);
            assertEquals(expected, value, SAME * Math.max(1, Math.abs(expected)), name);
        });
        assertTrue(ours.size() > 80, "figures compared: " + ours.size());
    }

    private Map<String, Double> ours() {
        Map<String, Double> ours = new TreeMap<>();
        putPlain(ours);
        putDomains(ours);
        putRaked(ours);
        putLonely(ours);
        for (double degrees : new double[] {1, 2, 3.5, 12, 30, 1134}) {
            for (double probability : new double[] {0.6, 0.95, 0.975, 0.9999}) {
                String shown = degrees == Math.rint(degrees) ? String.valueOf((int) degrees) : String.valueOf(degrees);
                ours.put("t." + shown + "." + probability, StudentT.quantile(probability, degrees));
            }
        }
        return ours;
    }

    private void putPlain(Map<String, Double> ours) {
        Sample sample = SmallSurvey.sample(IndexRule.SIPAS, main, List.of());
        Sample means = SmallSurvey.sample(SmallSurvey.rule(ItemRule.MEAN), main, List.of());
        Estimate item = SmallSurvey.estimate(sample, "q1");
        ours.put("degrees", item.degrees());
        put(ours, "item", item);
        ours.put("item.effect", item.designEffect().orElseThrow());
        ours.put("item.share.low", item.shareInterval(CONFIDENCE).orElseThrow().low());
        ours.put("item.share.high", item.shareInterval(CONFIDENCE).orElseThrow().high());
        Estimate mean = SmallSurvey.estimate(means, "q1");
        put(ours, "item.mean", mean);
        ours.put("item.mean.effect", mean.designEffect().orElseThrow());
        put(ours, "element", SmallSurvey.estimate(sample, "a"));
        put(ours, "overall", SmallSurvey.estimate(sample, "overall"));
        put(ours, "overall.mean", SmallSurvey.estimate(means, "overall"));
        put(ours, "pooled", SmallSurvey.estimate(
                SmallSurvey.sample(SmallSurvey.rule(Aggregation.POOLED_ANSWERS), main, List.of()), "overall"));
        put(ours, "elements.apart", Variance.estimate(sample,
                figure(sample, "a", Domain.whole()).minus(figure(sample, "b", Domain.whole()))));
        ours.put("jackknife.value", figure(sample, "overall", Domain.whole()).value());
        ours.put("jackknife.error", Math.sqrt(Replication.jackknife(sample,
                replicate -> figure(replicate, "overall", Domain.whole()).value())));
    }

    private void putDomains(Map<String, Double> ours) {
        Sample sample = SmallSurvey.sample(IndexRule.SIPAS, main, List.of());
        Domain women = Domain.ofClass(0, "2");
        Estimate ofWomen = SmallSurvey.estimate(sample, "overall", women);
        ours.put("women.degrees", ofWomen.degrees());
        put(ours, "women", ofWomen);
        Estimate two = SmallSurvey.estimate(sample, "overall", stratum("s2"));
        ours.put("two.degrees", two.degrees());
        put(ours, "two", two);
        put(ours, "strata.apart", Variance.estimate(sample,
                figure(sample, "q1", stratum("s1")).minus(figure(sample, "q1", stratum("s2")))));
        put(ours, "sexes.apart", Variance.estimate(sample,
                figure(sample, "q1", Domain.ofClass(0, "1")).minus(figure(sample, "q1", women))));
    }

    private void putRaked(Map<String, Double> ours) {
        List<Margin> margins = List.of(new Margin(0, Map.of("1", 2900.0, "2", 3100.0)),
                new Margin(1, Map.of("18-34", 1800.0, "35-49", 2200.0, "50+", 2000.0)));
        Sample raked = SmallSurvey.sample(IndexRule.SIPAS, main, margins);
        ours.put("raked.first.weight", weightOf(raked, main.getFirst().key()));
        ours.put("raked.last.weight", weightOf(raked, main.getLast().key()));
        put(ours, "raked", SmallSurvey.estimate(raked, "overall"));
        put(ours, "raked.item", SmallSurvey.estimate(raked, "q1"));
    }

    private void putLonely(Map<String, Double> ours) {
        Map<String, LonelyUnits> rules = Map.of("adjust", LonelyUnits.ADJUSTED, "certainty", LonelyUnits.CERTAIN,
                "average", LonelyUnits.AVERAGE);
        rules.forEach((name, rule) -> {
            Sample whole = SmallSurvey.sample(SmallSurvey.rule(rule), all, List.of());
            Estimate overall = SmallSurvey.estimate(whole, "overall");
            put(ours, "lonely." + name, overall);
            ours.put("lonely.degrees", overall.degrees());
        });
    }

    private static double weightOf(Sample sample, CountKey key) {
        for (int group = 0; group < sample.groups(); group++) {
            if (sample.key(group).equals(key)) {
                return sample.weight(group);
            }
        }
        throw new AssertionError("no group " + key);
    }

    private Domain stratum(String name) {
        Map<String, SamplePoint> points = new TreeMap<>();
        main.stream().filter(row -> row.point().stratum().equals(name))
                .forEach(row -> points.put(row.point().code(), row.point()));
        return Domain.points(points.keySet());
    }

    private static Figure figure(Sample sample, String indicator, Domain domain) {
        return Figures.of(sample, indicator, domain).orElseThrow();
    }

    private static void put(Map<String, Double> ours, String name, Estimate estimate) {
        ours.put(name + ".value", estimate.value());
        ours.put(name + ".error", estimate.standardError());
        ours.put(name + ".low", estimate.interval(CONFIDENCE).orElseThrow().low());
        ours.put(name + ".high", estimate.interval(CONFIDENCE).orElseThrow().high());
    }

    private static List<SmallSurvey.Row> rows() {
        List<SmallSurvey.Row> rows = new ArrayList<>();
        for (String line : text("sample.csv").lines().skip(1).toList()) {
            String[] cells = line.split(",", -1);
            rows.add(new SmallSurvey.Row(
                    new SamplePoint(cells[0], cells[1], cells[2], "p", Double.parseDouble(cells[3])),
                    new CountKey(cells[0], List.of(cells[4], cells[5])), List.of(cells).subList(6, 10)));
        }
        return rows;
    }

    private static Map<String, Double> values(String csv) {
        Map<String, Double> values = new TreeMap<>();
        csv.lines().skip(1).map(line -> line.split(",")).forEach(cells ->
                values.put(cells[0], Double.parseDouble(cells[1])));
        return values;
    }

    private static String text(String name) {
        try (InputStream stream = ReferenceTest.class.getResourceAsStream(name)) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static boolean run(Path folder, String... arguments) throws InterruptedException {
        List<String> command = new ArrayList<>(List.of("Rscript"));
        command.addAll(List.of(arguments));
        try {
            Process process = new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true)
                    .redirectOutput(folder.resolve("said.txt").toFile()).start();
            boolean ended = process.waitFor(SCRIPT_SECONDS, TimeUnit.SECONDS);
            if (!ended) {
                process.destroyForcibly();
            }
            return ended && process.exitValue() == 0;
        } catch (IOException absent) {
            return false;
        }
    }
}
