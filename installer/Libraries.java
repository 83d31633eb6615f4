import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Stream;

/// All libraries in one jar. A start asks every jar for services that few have; opening seventy, some of which list
/// thousands of signed files in their manifests, costs more than the window itself.
///
/// @param unwanted beginnings of the names of jars that are left out
/// @param wanted   names of entries that go in
record Libraries(List<String> unwanted, Predicate<String> wanted) {
    private static final String LICENCES = "META-INF/licences/";
    /// Lists of names, one a line: those of all jars are one list.
    private static final String LISTS = "META-INF/services/.*|META-INF/helidon/manifest";
    /// Signatures hold for the jar that they came in; descriptions of modules and settings are for builds.
    private static final String LEFT_OUT = "META-INF/[^/]+\\.(SF|RSA|DSA|EC)|META-INF/MANIFEST\\.MF"
            + "|META-INF/versions/\\d+/OSGI-INF/.*|META-INF/(native-image|proguard)/.*"
            + "|(META-INF/versions/\\d+/)?module-info\\.class|META-INF/helidon/config-metadata\\.json";

    void write(Path folder, Path to) throws IOException {
        Map<String, byte[]> all = new TreeMap<>();
        try (Stream<Path> jars = Files.list(folder)) {
            for (Path jar : jars.sorted().toList()) {
                String name = jar.getFileName().toString();
                if (unwanted.stream().noneMatch(name::startsWith)) {
                    take(jar, name.replace(".jar", ""), all);
                }
            }
        }
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes().put(Attributes.Name.MULTI_RELEASE, "true");
        try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(to), manifest)) {
            for (Map.Entry<String, byte[]> each : all.entrySet()) {
                out.putNextEntry(Image.entry(each.getKey()));
                out.write(each.getValue());
                out.closeEntry();
            }
        }
    }

    private void take(Path from, String library, Map<String, byte[]> all) throws IOException {
        try (JarFile jar = new JarFile(from.toFile())) {
            for (JarEntry entry : jar.stream().filter(each -> !each.isDirectory()).toList()) {
                String name = entry.getName();
                if (wanted.test(name) && !name.matches(LEFT_OUT)) {
                    try (InputStream in = jar.getInputStream(entry)) {
                        put(name, in.readAllBytes(), library, all);
                    }
                }
            }
        }
    }

    /// What all jars have under one name, such as a licence, stands under the name of its library.
    private static void put(String name, byte[] content, String library, Map<String, byte[]> all) {
        byte[] there = all.get(name);
        if (name.matches(LISTS)) {
            all.put(name, there == null ? content : lines(there, content));
        } else if (name.matches("(META-INF/)?[^/]*(LICENSE|NOTICE|DEPENDENCIES|COPYRIGHT)[^/]*(?<!\\.class)")) {
            all.put(LICENCES + library + "/" + name.replace("META-INF/", ""), content);
        } else if (there == null) {
            all.put(name, content);
        } else if (!Arrays.equals(there, content)) {
            throw new IllegalStateException("two libraries have different " + name + ", one is " + library);
        }
    }

    private static byte[] lines(byte[] first, byte[] second) {
        ByteArrayOutputStream both = new ByteArrayOutputStream();
        both.writeBytes(first);
        both.write('\n');
        both.writeBytes(second);
        return both.toByteArray();
    }
}
