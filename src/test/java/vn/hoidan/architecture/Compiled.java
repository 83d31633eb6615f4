package vn.hoidan.architecture;

import java.io.IOException;
import java.io.StringWriter;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/// Compiles small sources, so that a rule can be shown something bad.
final class Compiled {
    private Compiled() {
    }

    /// Facts of the classes of this program that come out; what stands in for a library is left out.
    ///
    /// @param folder  where the classes go
    /// @param others  a folder of classes that the sources may name besides the JDK
    /// @param sources text by class name
    static List<ClassFacts> facts(Path folder, Path others, Map<String, String> sources) throws IOException {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        List<JavaFileObject> units = sources.entrySet().stream()
                .map(source -> unit(source.getKey().replace('.', '/') + ".java", source.getValue())).toList();
        StringWriter messages = new StringWriter();
        List<String> options = List.of("-d", folder.toString(), "-classpath", others.toString(), "-proc:none",
                "-nowarn");
        if (!compiler.getTask(messages, null, null, options, null, units).call()) {
            throw new IllegalStateException("a sample does not compile: " + messages);
        }
        return ClassFacts.readAll(folder).stream().filter(facts -> facts.name().startsWith(DirectionRules.ROOT))
                .map(facts -> sources.containsKey(facts.name()) ? facts.withImports(sources.get(facts.name())) : facts)
                .toList();
    }

    /// @param file path with slashes
    static JavaFileObject unit(String file, String text) {
        URI place = URI.create("sample:///" + file);
        return new SimpleJavaFileObject(place, JavaFileObject.Kind.SOURCE) {
            @Override
            public CharSequence getCharContent(boolean ignoreEncodingErrors) {
                return text;
            }
        };
    }
}
