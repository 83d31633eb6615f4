package vn.hoidan.client.ui.signin;

/// Where the person stands on the way from "who are you" to an open workplace.
public enum Step {
    CHOOSE,
    /// Address and code are typed.
    CODE,
    /// A PIN is chosen, twice.
    NEW_PIN,
    /// The PIN is asked for.
    PIN,
    /// The office is asked for a code; it is typed with a new PIN.
    FORGOTTEN,
    /// The store is lost or damaged; a copy can be brought back by its PIN.
    BRING_BACK,
    /// The office does not know the laptop; its new code is typed with the PIN.
    REJOIN
}
