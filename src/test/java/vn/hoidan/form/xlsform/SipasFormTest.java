package vn.hoidan.form.xlsform;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayInputStream;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.javarosa.core.model.FormDef;
import org.javarosa.core.model.instance.InstanceInitializationFactory;
import org.javarosa.xform.util.XFormUtils;
import org.junit.jupiter.api.Test;

class SipasFormTest {
    private static final XlsFormSheets SHEETS =
            XlsFormSheets.fromCsv(SheetFolder.onClassPath("/vn/hoidan/packs/sipas-2023"));

    private static Compilation.Compiled compiled() {
        Compilation compilation = XlsFormCompiler.compile(SHEETS);
        if (compilation instanceof Compilation.Refused refused) {
            throw new AssertionError(refused.errors().stream().map(error -> error.text("en"))
                    .collect(Collectors.joining("\n")));
        }
        return (Compilation.Compiled) compilation;
    }

    @Test
    void compilesTheWholeFormWithoutAWarning() {
        assertEquals(List.of(), compiled().warnings());
    }

    @Test
    void givesTheSameBytesEachTime() {
        assertEquals(compiled().xform(), compiled().xform());
    }

    @Test
    void loadsInTheEngine() throws Exception {
        FormDef form = XFormUtils.getFormFromInputStream(new ByteArrayInputStream(compiled().xform().toArray()));
        form.initialize(false, new InstanceInitializationFactory());
        assertEquals("Tiếng Việt (vi)", form.getLocalizer().getDefaultLocale());
        assertEquals(List.of("Tiếng Việt (vi)", "English (en)"), Arrays.asList(form.getLocalizer()
                .getAvailableLocales()));
        assertEquals(13, form.getChildren().size());
    }
}
