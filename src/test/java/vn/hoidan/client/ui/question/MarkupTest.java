package vn.hoidan.client.ui.question;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class MarkupTest {
    /// Strong words in stars, slanted ones in slashes, headings with their number.
    private static String shown(String text) {
        StringBuilder all = new StringBuilder();
        for (Markup.Line line : Markup.lines(text)) {
            all.append(all.isEmpty() ? "" : " | ").append(line.heading() > 0 ? line.heading() + ": " : "");
            for (Markup.Span span : line.spans()) {
                String words = span.slanted() ? "/" + span.text() + "/" : span.text();
                all.append(span.strong() ? "*" + words + "*" : words);
            }
        }
        return all.toString();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '^', value = {
            "Xin **đọc to** câu này ^Xin *đọc to* câu này",
            "__Chú ý__: _không_ gợi ý ^*Chú ý*: /không/ gợi ý",
            "**Rất _quan trọng_** ^*Rất **/quan trọng/*",
            "*một* và *hai* ^/một/ và /hai/",
            "5 * 3 * 2 = 30 ^5 * 3 * 2 = 30",
            "ten_bien_dai và ${ten_nguoi} ^ten_bien_dai và ${ten_nguoi}",
            "Điền vào: ________ ^Điền vào: ________",
            "\\*không đậm\\* ^*không đậm*",
            "xem [hướng dẫn](https://example.org) ^xem hướng dẫn (https://example.org)",
            "<span style=\"color:red\">Đỏ</span> &amp; <b>đậm</b> ^Đỏ & đậm",
            "dưới <18 tuổi và > 60 ^dưới <18 tuổi và > 60",
            "a < b và b > c ^a < b và b > c",
            "# Phần I ^1: Phần I",
            "- gạch đầu dòng ^•  gạch đầu dòng",
            "-5 độ ^-5 độ"})
    void showsLittleMarkdownAndLeavesTheRestAsWritten(String text, String expected) {
        assertEquals(expected, shown(text.strip()));
    }

    @Test
    void breaksLinesWhereTagsDo() {
        assertEquals("một | hai | ba", shown("<p>một</p>hai<br/>ba"));
    }

    @Test
    void plainLeavesTheWordsAlone() {
        assertEquals("Xin đọc to", Markup.plain("Xin **đọc** _to_"));
        assertEquals("Họ tên", Markup.plain("Họ tên"));
    }

    @Test
    void hugeTextOfOpenMarksIsShownAsWritten() {
        String marks = "**_".repeat(20_000);
        assertEquals(marks, Markup.plain(marks));
        String fewer = "*a _b ".repeat(3_000);
        assertEquals(fewer, Markup.plain(fewer));
    }
}
