package vn.hoidan.architecture;

import java.util.Set;

/// A row of the table of directions.
///
/// @param place     where the room is, see {@link #holds}
/// @param rooms     places that it may name
/// @param modules   modules of the JDK that it may name
/// @param libraries packages of libraries that it may name, with those below them
record Room(String place, Set<String> rooms, Set<String> modules, Set<String> libraries) {
    /// A place below `vn.hoidan` is a package with all below it (`client.store`), one package alone (`client.*`) or one
    /// class with those inside it (`client.ClientMain`).
    static boolean holds(String place, String className) {
        String packageName = ClassFacts.packageOf(className);
        if (place.endsWith(".*")) {
            return packageName.equals(DirectionRules.ROOT + place.substring(0, place.length() - 2));
        }
        String full = DirectionRules.ROOT + place;
        return ClassFacts.outermost(className).equals(full) || packageName.equals(full)
                || packageName.startsWith(full + ".");
    }

    boolean mayName(String className) {
        return rooms.stream().anyMatch(room -> holds(room, className));
    }

    boolean mayNameLibrary(String className) {
        return libraries.stream().anyMatch(library -> className.startsWith(library + "."));
    }
}
