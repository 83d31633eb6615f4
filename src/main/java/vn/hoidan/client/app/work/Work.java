package vn.hoidan.client.app.work;

/// What a person's role lets them do.
public sealed interface Work permits FieldWork, SupervisorWork {
}
