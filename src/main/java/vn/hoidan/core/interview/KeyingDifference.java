package vn.hoidan.core.interview;

import vn.hoidan.core.questionnaire.Path;

/// A question on which two keyings of one paper form do not agree.
public record KeyingDifference(Path path, Keyed first, Keyed second) {
}
