package vn.hoidan.form.fuzz;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.hoidan.support.BesideOthers;
import vn.hoidan.support.Fuzzing;

@BesideOthers
class FuzzTest {
    private static final int RUNS = 600;
    /// Detectors that take every regular expression of a form for an attack.
    private static final List<String> NOT_MEANT = List.of("com.code_intelligence.jazzer.sanitizers.RegexInjection",
            "com.code_intelligence.jazzer.sanitizers.RegexRoadblocks");

    @ParameterizedTest
    @ValueSource(classes = {WorkbookTarget.class, SheetsTarget.class, XFormTarget.class})
    void endsEveryInputInAFormOrInWords(Class<?> target) throws IOException, InterruptedException {
        new Fuzzing(target, RUNS, "vn.hoidan.form.**:org.javarosa.xform.**", NOT_MEANT)
                .run(corpus -> Seeds.write(target, corpus));
    }
}
