package vn.hoidan.form.spreadsheet;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.util.Random;
import vn.hoidan.form.xlsform.XlsFormSheets;

/// How long a workbook of 100,000 rows takes to read and how much memory at most. Run by hand; not a test.
final class ReadingTimes {
    private static final int ROWS = 100_000;
    private static final int RUNS = 5;
    private static final double MEGABYTE = 1024 * 1024;

    private ReadingTimes() {
    }

    static void main() {
        byte[] book = book();
        System.Logger logger = System.getLogger(ReadingTimes.class.getName());
        for (int run = 0; run < RUNS; run++) {
            System.gc();
            var pools = ManagementFactory.getMemoryPoolMXBeans().stream()
                    .filter(pool -> pool.getType() == MemoryType.HEAP).toList();
            long before = pools.stream().mapToLong(pool -> pool.getUsage().getUsed()).sum();
            pools.forEach(MemoryPoolMXBean::resetPeakUsage);
            var threads = ManagementFactory.getThreadMXBean();
            long start = threads.getCurrentThreadCpuTime();
            XlsFormSheets sheets = ((FormRead.Sheets) FormFile.read(book, "long.xlsx")).sheets();
            long time = threads.getCurrentThreadCpuTime() - start;
            long peak = pools.stream().mapToLong(pool -> pool.getPeakUsage().getUsed()).sum();
            System.gc();
            long kept = pools.stream().mapToLong(pool -> pool.getUsage().getUsed()).sum();
            logger.log(System.Logger.Level.INFO, String.format(
                    "%.1f MB, %d rows: %d ms of a processor, peak %.0f MB, kept %.0f MB", book.length / MEGABYTE,
                    sheets.sheets().getLast().rows().size(), time / 1_000_000, (peak - before) / MEGABYTE,
                    (kept - before) / MEGABYTE));
        }
    }

    /// A list of villages such as a survey of a whole country has, shared texts and numbers mixed.
    private static byte[] book() {
        Random random = new Random(1);
        String[] texts = new String[ROWS];
        StringBuilder rows = new StringBuilder("<sheetData><row r=\"1\">");
        String[] header = {"list_name", "name", "label", "province", "district"};
        for (int column = 0; column < header.length; column++) {
            rows.append("<c r=\"").append((char) ('A' + column)).append("1\" t=\"inlineStr\"><is><t>")
                    .append(header[column]).append("</t></is></c>");
        }
        rows.append("</row>");
        for (int row = 0; row < ROWS; row++) {
            texts[row] = Book.item("Thôn " + Long.toString(random.nextLong(), 36) + " " + row);
            int at = row + 2;
            rows.append("<row r=\"").append(at).append("\" spans=\"1:5\"><c r=\"A").append(at)
                    .append("\" s=\"0\" t=\"str\"><v>village</v></c><c r=\"B").append(at).append("\"><v>")
                    .append(random.nextInt(1_000_000)).append("</v></c><c r=\"C").append(at)
                    .append("\" t=\"s\"><v>").append(row).append("</v></c><c r=\"D").append(at).append("\"><v>")
                    .append(random.nextInt(63)).append("</v></c><c r=\"E").append(at).append("\"><v>")
                    .append(random.nextInt(1_000)).append("</v></c></row>");
        }
        return new Book().sheet("survey", "type | name", "note | a").shared(texts)
                .raw("choices", "", rows + "</sheetData>").bytes();
    }
}
