package vn.hoidan.client.app.store;

/// What came of keeping a file with an interview.
public sealed interface Attaching {
    /// It is the answer now.
    ///
    /// @param name under which it is kept, see {@link vn.hoidan.core.sync.AttachmentName}
    record Kept(String name) implements Attaching {
    }

    /// More than {@link Attachment#MOST_BYTES}.
    record TooLarge() implements Attaching {
    }

    record Empty() implements Attaching {
    }

    /// A picture was asked for and the content is none that can be shown, whatever the file is called.
    record NotAPicture() implements Attaching {
    }

    /// It has gone, or may not be read.
    record Unreadable() implements Attaching {
    }

    /// The form does not take it.
    ///
    /// @param message the form's own words, or empty
    record Refused(String message) implements Attaching {
    }

    /// The question has stopped being asked, or the interview was left, while the file was read.
    record TooLate() implements Attaching {
    }
}
