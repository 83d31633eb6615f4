package vn.hoidan.form.xlsform;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import org.javarosa.xform.util.XFormUtils;

/// Compiles forms written as Markdown tables, for tests.
final class CompiledForms {
    private CompiledForms() {
    }

    static Compilation compile(String markdown) {
        return XlsFormCompiler.compile(MarkdownSheets.parse(markdown));
    }

    static String xform(String markdown) {
        return new String(compiled(markdown).xform().toArray(), StandardCharsets.UTF_8);
    }

    static List<String> errors(String markdown) {
        return switch (compile(markdown)) {
            case Compilation.Compiled compiled -> List.of();
            case Compilation.Refused refused -> refused.errors().stream().map(CompiledForms::place).toList();
        };
    }

    static void assertContains(String xform, String part) {
        assertTrue(xform.contains(part), () -> part + " is not in\n" + xform);
    }

    static void assertLoads(String xform) throws Exception {
        XFormUtils.getFormFromInputStream(new ByteArrayInputStream(xform.getBytes(StandardCharsets.UTF_8)));
    }

    static Compilation.Compiled compiled(String markdown) {
        Compilation compilation = compile(markdown);
        if (compilation instanceof Compilation.Refused refused) {
            throw new AssertionError(refused.errors().stream().map(error -> error.text("en"))
                    .collect(Collectors.joining("\n")));
        }
        return (Compilation.Compiled) compilation;
    }

    static List<String> warnings(String markdown) {
        return compiled(markdown).warnings().stream().map(CompiledForms::place).toList();
    }

    private static String place(CellError error) {
        return error.kind().code() + " " + error.sheet() + ":" + error.row() + ":" + error.column();
    }
}
