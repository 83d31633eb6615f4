package vn.hoidan.client.app;

/// What a person's role lets them do.
public sealed interface Work permits FieldWork, SupervisorWork {
}
