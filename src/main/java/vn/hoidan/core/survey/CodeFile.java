package vn.hoidan.core.survey;

import java.util.List;
import java.util.Optional;

/// A small text that the office hands to a person instead of an address and a code to type. Whoever has it can enrol
/// once, so it is handed over like a key.
///
/// @param address host and port as a person would type them
public record CodeFile(String address, EnrolmentCode code) {
    /// Ending of such files, without the dot.
    public static final String ENDING = "hoidan-code";
    /// A file with more bytes is none of ours.
    public static final int MOST_BYTES = 1024;
    private static final String FIRST_LINE = "hoidan-code 1";
    private static final String SERVER = "server ";
    private static final String CODE = "code ";
    private static final int LINES = 3;

    /// As it stands in the file.
    public String asText() {
        return FIRST_LINE + "\n" + SERVER + address + "\n" + CODE + code.asText() + "\n";
    }

    /// Empty if it is not such a text, or if the code in it has a slip.
    public static Optional<CodeFile> parse(String text) {
        List<String> lines = text.lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
        if (lines.size() != LINES || !lines.get(0).equals(FIRST_LINE) || !lines.get(1).startsWith(SERVER)
                || !lines.get(2).startsWith(CODE)) {
            return Optional.empty();
        }
        String address = lines.get(1).substring(SERVER.length());
        return EnrolmentCode.parse(lines.get(2).substring(CODE.length())).map(code -> new CodeFile(address, code));
    }
}
