package vn.hoidan.wire;

import java.util.Optional;

/// Finds the dictionary that a compressed record names.
@FunctionalInterface
public interface Dictionaries {
    /// Nothing but records that name none.
    Dictionaries NONE = name -> Optional.empty();

    /// @param name as {@link RecordDictionary#name} gives it
    Optional<RecordDictionary> named(int name);
}
