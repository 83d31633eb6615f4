package vn.hoidan.cli.index;

import vn.hoidan.core.index.IndexRule;
import vn.hoidan.core.index.ReportNotes;
import vn.hoidan.core.questionnaire.Text;
import vn.hoidan.message.Messages;

/// The words of the written report, for the same sentences in the terminal.
record ReportWords(Messages messages, IndexRule rule) implements ReportNotes.Words {
    private static final String BUNDLE = "vn/hoidan/report/messages";

    static ReportWords of(String language, IndexRule rule) {
        return new ReportWords(Messages.of(BUNDLE, language), rule);
    }

    @Override
    public String sentence(String key, Object... values) {
        return messages.get(key, values);
    }

    @Override
    public String word(String key, String otherwise) {
        return messages.has(key) ? messages.get(key) : otherwise;
    }

    @Override
    public String count(long count) {
        return String.valueOf(count);
    }

    @Override
    public String whole(double share) {
        return rule.percent(share).stripTrailingZeros().toPlainString();
    }

    @Override
    public String in(Text text) {
        return text.in(messages.language());
    }
}
