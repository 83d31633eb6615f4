package vn.hoidan.client.ui.question;

import javafx.scene.Node;
import vn.hoidan.client.ui.kit.KeyTable;
import vn.hoidan.core.questionnaire.Element;

/// The part of a question's page that takes its answer. One field is used for many questions after each other.
public interface QuestionField {
    Node node();

    /// Shows this question. The same question again, after an answer or in another language, keeps what is being typed.
    void show(Element.Question question);

    /// Takes the keyboard.
    void focus();

    /// Its keys as it stands now.
    default KeyTable keys() {
        return KeyTable.NONE;
    }

    /// Gives what is typed.
    ///
    /// @return false when it was not taken
    default boolean commit() {
        return true;
    }

    /// True while letters and digits go into a text.
    default boolean types() {
        return false;
    }

    /// True while something is open here that uses keys which else go to another page.
    default boolean keepsKeys() {
        return false;
    }

    /// What is to be kept in view: the choice that the arrows stand on, or all of it.
    default Node focused() {
        return node();
    }
}
