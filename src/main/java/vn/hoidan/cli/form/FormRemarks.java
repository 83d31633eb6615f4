package vn.hoidan.cli.form;

import java.util.List;
import vn.hoidan.cli.command.Terminal;
import vn.hoidan.core.pack.FormRemark;
import vn.hoidan.message.Messages;

/// Prints what is wrong with a form, three lines each: where, what, how to mend it.
public final class FormRemarks {
    private static final String INDENT = "    ";

    private FormRemarks() {
    }

    /// Each remark with its place and how it is mended, and how many there are.
    public static void print(List<FormRemark> remarks, Terminal terminal, Messages messages) {
        String language = messages.language();
        for (FormRemark remark : remarks) {
            terminal.out().println(messages.get("form." + remark.severity().code(),
                    remark.place().in(language)));
            line(remark.what().in(language), terminal);
            line(remark.mend().in(language), terminal);
        }
        long errors = remarks.stream().filter(FormRemark::isError).count();
        terminal.out().println(remarks.isEmpty() ? messages.get("form.clean")
                : messages.get("form.remarks", errors, remarks.size() - errors));
        terminal.out().flush();
    }

    private static void line(String text, Terminal terminal) {
        if (!text.isBlank()) {
            text.lines().forEach(line -> terminal.out().println(INDENT + line));
        }
    }
}
