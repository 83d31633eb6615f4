package vn.hoidan.form.pack;

import java.util.stream.Collectors;
import vn.hoidan.message.Messages;

/// Texts on faults of packs, in all languages at once, because it is not yet known who reads them.
final class PackMessages {
    private static final String BUNDLE = "vn/hoidan/form/pack/messages";

    private PackMessages() {
    }

    static String reason(String reason, String... details) {
        return Messages.LANGUAGES.stream()
                .map(language -> Messages.of(BUNDLE, language).get("pack." + reason, (Object[]) details))
                .collect(Collectors.joining(" / "));
    }
}
