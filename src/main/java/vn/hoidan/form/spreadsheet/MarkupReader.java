package vn.hoidan.form.spreadsheet;

import java.io.FilterReader;
import java.io.IOException;
import java.io.Reader;

/// Bounds how long a tag, a comment or a run of text may be, because a parser holds each of them as a whole, however
/// large the file is. A sign `>` in an attribute ends a tag too early here, which only splits it in two bounded runs.
final class MarkupReader extends FilterReader {
    private enum Within {
        TEXT(""),
        TAG(">"),
        COMMENT("-->"),
        DATA("]]>");

        private final String end;

        Within(String end) {
            this.end = end;
        }
    }

    private static final String COMMENT_START = "<!--";
    private static final String DATA_START = "<![CDATA[";

    private final String part;
    private final StringBuilder last = new StringBuilder();
    private Within within = Within.TEXT;
    /// The tag may still turn out to be a comment or data.
    private boolean special = true;
    private int length;

    MarkupReader(Reader source, String part) {
        super(source);
        this.part = part;
    }

    @Override
    public int read() throws IOException {
        char[] one = new char[1];
        return read(one, 0, 1) < 0 ? -1 : one[0];
    }

    @Override
    public int read(char[] into, int offset, int count) throws IOException {
        int read = in.read(into, offset, count);
        for (int index = 0; index < read; index++) {
            if (++length > Bounds.MOST_MARKUP_CHARACTERS) {
                throw new FaultException(FileFaultKind.DAMAGED, part);
            }
            take(into[offset + index]);
        }
        return read;
    }

    private void take(char letter) {
        switch (within) {
            case TEXT -> {
                if (letter == '<') {
                    enter(Within.TAG);
                    last.append(letter);
                }
            }
            case TAG -> {
                if (letter == '>') {
                    enter(Within.TEXT);
                } else if (special && last.length() < DATA_START.length()) {
                    last.append(letter);
                    special = last.charAt(1) == '!';
                    if (COMMENT_START.contentEquals(last)) {
                        enter(Within.COMMENT);
                    } else if (DATA_START.contentEquals(last)) {
                        enter(Within.DATA);
                    }
                }
            }
            case COMMENT, DATA -> {
                last.append(letter);
                if (last.length() > within.end.length()) {
                    last.deleteCharAt(0);
                }
                if (within.end.contentEquals(last)) {
                    enter(Within.TEXT);
                }
            }
        }
    }

    private void enter(Within next) {
        within = next;
        special = true;
        last.setLength(0);
        length = 0;
    }
}
