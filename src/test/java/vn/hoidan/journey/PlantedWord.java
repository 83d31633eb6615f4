package vn.hoidan.journey;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// A word that was planted, in all forms in which a program could have written it.
record PlantedWord(List<byte[]> forms) {
    private static final int BASE64_GROUP = 3;

    static PlantedWord of(String word) {
        List<byte[]> forms = new ArrayList<>();
        for (Normalizer.Form form : List.of(Normalizer.Form.NFC, Normalizer.Form.NFD)) {
            String written = Normalizer.normalize(word, form);
            byte[] bytes = written.getBytes(StandardCharsets.UTF_8);
            forms.add(bytes);
            forms.add(written.getBytes(StandardCharsets.UTF_16LE));
            forms.add(written.getBytes(StandardCharsets.UTF_16BE));
            forms.add(ascii(URLEncoder.encode(written, StandardCharsets.UTF_8)));
            forms.add(ascii(HexFormat.of().formatHex(bytes)));
            forms.add(ascii(HexFormat.of().withUpperCase().formatHex(bytes)));
            forms.add(ascii(escaped(written)));
            for (int before = 0; before < BASE64_GROUP; before++) {
                forms.add(ascii(base64(bytes, before)));
            }
        }
        return new PlantedWord(forms);
    }

    /// The files in which it stands.
    ///
    /// @param files their bytes, each as the character of the same number
    List<Path> in(Map<Path, String> files) {
        List<String> wanted = forms.stream().map(form -> new String(form, StandardCharsets.ISO_8859_1)).distinct()
                .toList();
        return files.entrySet().stream().filter(file -> wanted.stream().anyMatch(file.getValue()::contains))
                .map(Map.Entry::getKey).toList();
    }

    /// Reads files for {@link #in}.
    static Map<Path, String> read(List<Path> files) {
        Map<Path, String> contents = new LinkedHashMap<>();
        try {
            for (Path file : files) {
                contents.put(file, new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1));
            }
        } catch (IOException unreadable) {
            throw new AssertionError(unreadable);
        }
        return contents;
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    private static String escaped(String word) {
        StringBuilder escaped = new StringBuilder();
        word.chars().forEach(unit -> escaped.append(unit < 0x80 ? String.valueOf((char) unit)
                : "\\u%04x".formatted(unit)));
        return escaped.toString();
    }

    /// What of its base64 does not depend on the bytes around it.
    private static String base64(byte[] word, int before) {
        byte[] shifted = new byte[before + word.length];
        System.arraycopy(word, 0, shifted, before, word.length);
        String text = Base64.getEncoder().withoutPadding().encodeToString(shifted);
        return text.substring(before == 0 ? 0 : 4, text.length() - 1);
    }
}
