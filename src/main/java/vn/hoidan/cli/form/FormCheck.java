package vn.hoidan.cli.form;

import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import vn.hoidan.cli.command.Terminal;
import vn.hoidan.core.pack.FormReading;
import vn.hoidan.message.Messages;

/// `form check`: everything that is wrong with a form, with its cells.
@Command(name = "check")
final class FormCheck extends FormCommand {

    FormCheck(Terminal terminal, Messages messages) {
        super(terminal, messages);
    }

    @Override
    protected void carryOut(FormReading.Usable form) {
        String version = form.questionnaire().version();
        say("form.title", form.questionnaire().title());
        say("form.version", version.isBlank() ? messages().get("form.version-none") : version);
        say("form.languages", String.join(", ", form.questionnaire().languages()));
        say("form.id", form.questionnaire().id().text(), form.content().length());
        say("form.questions", form.asked().values().stream().mapToInt(Integer::intValue).sum(),
                form.asked().entrySet().stream()
                        .map(type -> messages().get("type." + type.getKey().code(), type.getValue()))
                        .collect(Collectors.joining(", ")));
        say("form.computed", form.computed());
    }
}
