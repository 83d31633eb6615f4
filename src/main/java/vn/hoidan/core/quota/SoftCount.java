package vn.hoidan.core.quota;

/// How many interviews of a soft target's group count, as the server knows.
public record SoftCount(CellKey group, int accepted) {
}
