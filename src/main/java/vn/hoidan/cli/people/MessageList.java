package vn.hoidan.cli.people;

import java.util.List;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import vn.hoidan.cli.command.OfficeCommand;
import vn.hoidan.cli.command.Terminal;
import vn.hoidan.core.sync.OfficePost;
import vn.hoidan.message.Messages;
import vn.hoidan.server.Office;

/// `message list`: what was sent last, and who has not read it.
@Command(name = "list")
final class MessageList extends OfficeCommand {

    MessageList(Terminal terminal, Messages messages) {
        super(terminal, messages);
    }

    @Override
    protected void carryOut() {
        try (Office office = office()) {
            List<OfficePost.Sent> sent = office.messages().sent();
            if (sent.isEmpty()) {
                say("message.none");
            }
            sent.forEach(this::tell);
        }
    }

    private void tell(OfficePost.Sent sent) {
        say("message.line", sent.message().sentAt().toString(), sent.message().sender(), sent.message().text());
        String unread = sent.to().stream().filter(each -> each.readAt().isEmpty()).map(OfficePost.Delivery::name)
                .collect(Collectors.joining(", "));
        if (unread.isEmpty()) {
            say("message.allRead", sent.to().size());
        } else {
            say("message.read", sent.read(), sent.to().size(), unread);
        }
    }
}
