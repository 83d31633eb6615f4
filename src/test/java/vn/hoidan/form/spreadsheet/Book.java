package vn.hoidan.form.spreadsheet;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/// Writes workbooks for tests, part by part, so that each may be spoilt.
public final class Book {
    static final String MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private static final String TYPES = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private static final String PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships";

    private final Map<String, String> parts = new LinkedHashMap<>();
    private final List<String> tabs = new ArrayList<>();
    private final StringBuilder relations = new StringBuilder();
    private String settings = "";

    /// A sheet whose cells are texts written into them.
    public Book sheet(String name, String... rows) {
        StringBuilder data = new StringBuilder();
        for (int row = 0; row < rows.length; row++) {
            data.append("<row r=\"").append(row + 1).append("\">");
            String[] cells = rows[row].split("\\|", -1);
            for (int column = 0; column < cells.length; column++) {
                if (!cells[column].isBlank()) {
                    data.append("<c r=\"").append((char) ('A' + column)).append(row + 1)
                            .append("\" t=\"inlineStr\"><is><t>").append(escape(cells[column].strip()))
                            .append("</t></is></c>");
                }
            }
            data.append("</row>");
        }
        return raw(name, "", "<sheetData>" + data + "</sheetData>");
    }

    /// A sheet from the inside of its XML.
    ///
    /// @param attributes of its tab, such as `state="hidden"`
    Book raw(String name, String attributes, String inside) {
        int number = tabs.size() + 1;
        tabs.add("<sheet name=\"" + escape(name) + "\" sheetId=\"" + number + "\" " + attributes + " r:id=\"rId"
                + number + "\"/>");
        relate("rId" + number, "worksheet", "worksheets/sheet" + number + ".xml");
        parts.put("xl/worksheets/sheet" + number + ".xml", "<worksheet xmlns=\"" + MAIN + "\">" + inside
                + "</worksheet>");
        return this;
    }

    Book shared(String... items) {
        relate("rIdS", "sharedStrings", "sharedStrings.xml");
        parts.put("xl/sharedStrings.xml", "<sst xmlns=\"" + MAIN + "\" count=\"9999\" uniqueCount=\"1\">"
                + String.join("", items) + "</sst>");
        return this;
    }

    /// @param formats codes of cell formats, numbered from 164; style 0 is general, style n the n-th of them
    Book styles(String... formats) {
        relate("rIdF", "styles", "styles.xml");
        StringBuilder codes = new StringBuilder();
        StringBuilder cells = new StringBuilder("<xf numFmtId=\"0\"/>");
        for (int index = 0; index < formats.length; index++) {
            codes.append("<numFmt numFmtId=\"").append(164 + index).append("\" formatCode=\"")
                    .append(escape(formats[index])).append("\"/>");
            cells.append("<xf numFmtId=\"").append(164 + index).append("\"/>");
        }
        parts.put("xl/styles.xml", "<styleSheet xmlns=\"" + MAIN + "\"><numFmts>" + codes + "</numFmts><cellStyleXfs>"
                + "<xf numFmtId=\"14\"/></cellStyleXfs><cellXfs>" + cells + "</cellXfs></styleSheet>");
        return this;
    }

    Book from1904() {
        settings = "<workbookPr date1904=\"1\"/>";
        return this;
    }

    /// Puts a part in or in the place of another.
    public Book part(String name, String xml) {
        parts.put(name, xml);
        return this;
    }

    private void relate(String id, String kind, String target) {
        relations.append("<Relationship Id=\"").append(id).append("\" Type=\"").append(TYPES).append('/').append(kind)
                .append("\" Target=\"").append(target).append("\"/>");
    }

    public byte[] bytes() {
        Map<String, String> all = new LinkedHashMap<>();
        all.put("[Content_Types].xml", "<Types/>");
        all.put("_rels/.rels", "<Relationships xmlns=\"" + PACKAGE + "\"><Relationship Id=\"rId1\" Type=\"" + TYPES
                + "/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>");
        all.put("xl/workbook.xml", "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n<workbook xmlns=\""
                + MAIN + "\" xmlns:r=\"" + TYPES + "\">" + settings + "<sheets>" + String.join("", tabs)
                + "</sheets></workbook>");
        all.put("xl/_rels/workbook.xml.rels", "<Relationships xmlns=\"" + PACKAGE + "\">" + relations
                + "</Relationships>");
        all.putAll(parts);
        return zip(all);
    }

    static byte[] zip(Map<String, String> parts) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, String> part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getValue().getBytes(StandardCharsets.UTF_8));
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }

    static String escape(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;");
    }

    static String item(String text) {
        return "<si><t xml:space=\"preserve\">" + escape(text) + "</t></si>";
    }
}
