/// What the author of a form needs: a form read from its file with everything that is wrong with it, and tried.
/// May name the rooms of `form` that read, compile and run forms, `core` and `message`.
package vn.hoidan.form.author;
