package vn.hoidan.architecture;

import java.io.IOException;
import java.lang.classfile.Annotation;
import java.lang.classfile.AnnotationValue;
import java.lang.classfile.AttributedElement;
import java.lang.classfile.Attributes;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.constantpool.ClassEntry;
import java.lang.classfile.constantpool.MemberRefEntry;
import java.lang.classfile.constantpool.MethodTypeEntry;
import java.lang.classfile.constantpool.NameAndTypeEntry;
import java.lang.classfile.constantpool.PoolEntry;
import java.lang.reflect.AccessFlag;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// What a class file says of itself and of others, all names with dots and `$` as {@link Class#getName} gives them.
///
/// @param names    every class named in code, descriptors, generic signatures and annotations
/// @param members  every field and method used
/// @param enumType true for an enum
record ClassFacts(String name, Set<String> names, Set<Member> members, boolean enumType) {
    private static final Pattern CLASS_IN_SIGNATURE = Pattern.compile("L([\\w/$]+)");
    private static final Pattern IMPORT =
            Pattern.compile("(?m)^import (static )?([\\w.]+)\\.(\\w+);$");

    /// @param descriptor as in the class file: `(Ljava/lang/String;)V`
    record Member(String owner, String name, String descriptor) {
        @Override
        public String toString() {
            return owner + "." + name + descriptor;
        }
    }

    static String packageOf(String className) {
        int dot = className.lastIndexOf('.');
        return dot < 0 ? "" : className.substring(0, dot);
    }

    static String outermost(String className) {
        int dollar = className.indexOf('$');
        return dollar < 0 ? className : className.substring(0, dollar);
    }

    String packageName() {
        return packageOf(name);
    }

    String outermostName() {
        return outermost(name);
    }

    /// Every class below a folder of classes.
    static List<ClassFacts> readAll(Path folder) throws IOException {
        List<ClassFacts> all = new ArrayList<>();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(path -> path.toString().endsWith(".class")).sorted().toList()) {
                all.add(of(ClassFile.of().parse(file)));
            }
        }
        return all;
    }

    static ClassFacts of(ClassModel model) {
        Set<String> names = new HashSet<>();
        Set<Member> members = new HashSet<>();
        for (PoolEntry entry : model.constantPool()) {
            switch (entry) {
                case ClassEntry type -> addClass(names, type.asInternalName());
                case NameAndTypeEntry pair -> addSignature(names, pair.type().stringValue());
                case MethodTypeEntry type -> addSignature(names, type.descriptor().stringValue());
                case MemberRefEntry member -> members.add(new Member(
                        member.owner().asInternalName().replace('/', '.'), member.name().stringValue(),
                        member.type().stringValue()));
                default -> { }
            }
        }
        addAttributes(names, model);
        model.fields().forEach(field -> {
            addSignature(names, field.fieldType().stringValue());
            addAttributes(names, field);
        });
        model.methods().forEach(method -> {
            addSignature(names, method.methodType().stringValue());
            addAttributes(names, method);
        });
        String name = model.thisClass().asInternalName().replace('/', '.');
        names.remove(name);
        return new ClassFacts(name, names, members, model.flags().has(AccessFlag.ENUM));
    }

    /// The same facts with what the source imports: constants of other classes are copied into a class file without
    /// a trace of where they came from.
    ClassFacts withImports(String source) {
        Set<String> all = new HashSet<>(names);
        Matcher imports = IMPORT.matcher(source);
        while (imports.find()) {
            String owner = imports.group(2);
            all.add(binaryName(imports.group(1) == null ? owner + "." + imports.group(3) : owner));
        }
        all.remove(name);
        return new ClassFacts(name, all, members, enumType);
    }

    private static String binaryName(String dotted) {
        Matcher type = Pattern.compile("\\.[A-Z]\\w*").matcher(dotted);
        return type.find() ? dotted.substring(0, type.end()) + dotted.substring(type.end()).replace('.', '$') : dotted;
    }

    private static void addAttributes(Set<String> names, AttributedElement element) {
        element.findAttribute(Attributes.signature())
                .ifPresent(signature -> addSignature(names, signature.signature().stringValue()));
        element.findAttribute(Attributes.runtimeVisibleAnnotations())
                .ifPresent(visible -> visible.annotations().forEach(annotation -> addAnnotation(names, annotation)));
        element.findAttribute(Attributes.runtimeInvisibleAnnotations())
                .ifPresent(hidden -> hidden.annotations().forEach(annotation -> addAnnotation(names, annotation)));
    }

    private static void addAnnotation(Set<String> names, Annotation annotation) {
        addSignature(names, annotation.className().stringValue());
        annotation.elements().forEach(element -> addValue(names, element.value()));
    }

    private static void addValue(Set<String> names, AnnotationValue value) {
        switch (value) {
            case AnnotationValue.OfClass type -> addSignature(names, type.className().stringValue());
            case AnnotationValue.OfEnum constant -> addSignature(names, constant.className().stringValue());
            case AnnotationValue.OfAnnotation inner -> addAnnotation(names, inner.annotation());
            case AnnotationValue.OfArray array -> array.values().forEach(each -> addValue(names, each));
            case AnnotationValue.OfConstant _ -> { }
        }
    }

    private static void addClass(Set<String> names, String internalName) {
        if (internalName.startsWith("[")) {
            addSignature(names, internalName);
        } else {
            names.add(internalName.replace('/', '.'));
        }
    }

    private static void addSignature(Set<String> names, String signature) {
        Matcher matcher = CLASS_IN_SIGNATURE.matcher(signature);
        while (matcher.find()) {
            if (matcher.group(1).indexOf('/') > 0) {
                names.add(matcher.group(1).replace('/', '.'));
            }
        }
    }
}
