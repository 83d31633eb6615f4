package vn.hoidan.client.ui.question;

import vn.hoidan.message.Messages;

/// Something typed that was not taken; the old answer stands.
///
/// @param typed       as it was typed, so that it can be mended
/// @param key         text of the question room for when the form has no words of its own
/// @param formMessage the form's own words, or empty
public record Refusal(String typed, String key, String formMessage) {
    /// Key for an answer that the form refuses without saying why.
    public static final String BY_FORM = "refused.form";

    /// The sentence to show.
    public String text(Messages messages) {
        return formMessage.isBlank() ? messages.get(key) : formMessage;
    }
}
