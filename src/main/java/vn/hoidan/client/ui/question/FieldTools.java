package vn.hoidan.client.ui.question;

import java.time.ZoneId;
import vn.hoidan.client.ui.kit.Texts;

/// What every field needs.
///
/// @param zone of the laptop
record FieldTools(Answers answers, Texts texts, ZoneId zone, Pictures pictures) {
}
