package vn.hoidan.support;

import java.nio.charset.Charset;
import java.text.Normalizer;

/// Names of files as people here give them.
public final class FileNames {
    private FileNames() {
    }

    /// This name, without its accents on a system that was started in a language without them.
    public static String possible(String name) {
        return Charset.forName(System.getProperty("sun.jnu.encoding")).newEncoder().canEncode(name) ? name
                : Normalizer.normalize(name.replace('đ', 'd').replace('Đ', 'D'), Normalizer.Form.NFD)
                        .replaceAll("\\p{M}", "");
    }
}
