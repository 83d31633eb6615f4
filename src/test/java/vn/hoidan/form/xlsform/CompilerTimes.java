package vn.hoidan.form.xlsform;

import com.sun.management.OperatingSystemMXBean;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Prints how long the compiler takes: SIPAS, 1,000 questions, a list of 100,000 choices. Not a test: run its `main`.
/// On a busy machine the processor's time says more than the clock; it counts what collects garbage too.
final class CompilerTimes {
    private static final int ROUNDS = 30;
    private static final double MILLIS = 1e6;
    private static final int QUESTIONS = 1_000;
    private static final OperatingSystemMXBean MACHINE =
            (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

    private CompilerTimes() {
    }

    public static void main(String[] arguments) {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        measure(out, "SIPAS", XlsFormSheets.fromCsv(SheetFolder.onClassPath("/vn/hoidan/packs/sipas-2023")));
        measure(out, QUESTIONS + " questions, two languages", questions());
        measure(out, Limits.MOST_ROWS + " choices", choices());
    }

    private static void measure(PrintStream out, String what, XlsFormSheets sheets) {
        List<Double> clock = new ArrayList<>();
        List<Double> processor = new ArrayList<>();
        int bytes = 0;
        for (int round = 0; round < ROUNDS; round++) {
            long cpu = MACHINE.getProcessCpuTime();
            long start = System.nanoTime();
            if (!(XlsFormCompiler.compile(sheets) instanceof Compilation.Compiled compiled)) {
                throw new IllegalStateException(what + " does not compile");
            }
            clock.add((System.nanoTime() - start) / MILLIS);
            processor.add((MACHINE.getProcessCpuTime() - cpu) / MILLIS);
            bytes = compiled.xform().toArray().length;
        }
        out.println(String.format(Locale.ROOT, "%s: first %.0f ms, then median %.1f ms (processor %.1f ms); %d bytes",
                what, clock.getFirst(), median(clock), median(processor), bytes));
    }

    private static double median(List<Double> values) {
        return values.stream().skip(ROUNDS / 3).sorted().toList().get((ROUNDS - ROUNDS / 3) / 2);
    }

    private static XlsFormSheets questions() {
        List<String> header = List.of("type", "name", "label::Tiếng Việt (vi)", "label::English (en)", "relevant",
                "constraint", "calculation");
        List<Sheet.Row> rows = IntStream.range(0, QUESTIONS).mapToObj(index -> new Sheet.Row(index + 2,
                switch (index % 4) {
                    case 0 -> List.of("integer", "q" + index, "Câu " + index, "Question " + index, "", ". < 100", "");
                    case 1 -> List.of("select_one l", "q" + index, "Câu " + index, "Question " + index,
                            "${q" + (index - 1) + "} > 5", "", "");
                    case 2 -> List.of("calculate", "q" + index, "", "", "", "", "${q" + (index - 2) + "} * 2");
                    default -> List.of("note", "q" + index, "Là ${q" + (index - 1) + "}",
                            "It is ${q" + (index - 1) + "}", "${q" + (index - 2) + "} = 'a'", "", "");
                })).toList();
        return new XlsFormSheets(List.of(new Sheet("survey", header, rows), list(Stream.of("a", "b", "c").toList())));
    }

    private static XlsFormSheets choices() {
        Sheet survey = new Sheet("survey", List.of("type", "name", "label", "choice_filter"),
                List.of(new Sheet.Row(2, List.of("text", "xa", "Xã")),
                        new Sheet.Row(3, List.of("select_one l", "thon", "Thôn", "xa = ${xa}"))));
        return new XlsFormSheets(List.of(survey,
                list(IntStream.range(0, Limits.MOST_ROWS).mapToObj(index -> "c" + index).toList())));
    }

    private static Sheet list(List<String> codes) {
        return new Sheet("choices", List.of("list_name", "name", "label", "xa"), IntStream.range(0, codes.size())
                .mapToObj(index -> new Sheet.Row(index + 2,
                        List.of("l", codes.get(index), "Thôn " + index, "x" + index % QUESTIONS)))
                .toList());
    }
}
