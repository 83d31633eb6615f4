package vn.hoidan.client.app;

import vn.hoidan.core.survey.Person;

/// A person who works on this laptop: what is shown before the PIN is given.
///
/// @param id      name of the person's folder
/// @param device  name that the server gave to this person on this laptop
/// @param address server that the person's work goes to
public record Profile(String id, String device, Person person, ServerAddress address) {
}
