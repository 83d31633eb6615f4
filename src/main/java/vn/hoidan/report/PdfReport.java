package vn.hoidan.report;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.outputdevice.helper.ExternalResourceControlPriority;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.util.XRLog;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.logging.Level;
import java.util.logging.Logger;

/// A page as a PDF document, with the fonts in it. The page can name nothing outside itself.
public final class PdfReport {
    private static final String FONTS = "/vn/hoidan/client/ui/kit/fonts/";
    private static final String FAMILY = "Be Vietnam Pro";
    private static final int REGULAR = 400;
    private static final int BOLD = 700;
    /// Tells of every standard font that the machine lacks, none of which is used. Held, because loggers are forgotten.
    private static final Logger LIBRARY = Logger.getLogger("org.apache.pdfbox");

    private PdfReport() {
    }

    /// @param page as {@link IndexPage} makes it
    public static void write(String page, OutputStream out) throws IOException {
        XRLog.setLoggingEnabled(false);
        LIBRARY.setLevel(Level.SEVERE);
        PdfRendererBuilder builder = new PdfRendererBuilder();
        builder.useFont(() -> font("BeVietnamPro-Regular.ttf"), FAMILY, REGULAR, FontStyle.NORMAL, true);
        builder.useFont(() -> font("BeVietnamPro-Bold.ttf"), FAMILY, BOLD, FontStyle.NORMAL, true);
        builder.useExternalResourceAccessControl((uri, type) -> false,
                ExternalResourceControlPriority.RUN_BEFORE_RESOLVING_URI);
        builder.withHtmlContent(page, null);
        builder.toStream(out);
        builder.run();
    }

    private static InputStream font(String file) {
        return PdfReport.class.getResourceAsStream(FONTS + file);
    }
}
