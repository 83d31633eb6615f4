package vn.hoidan.core.access;

import java.util.List;
import vn.hoidan.core.survey.Person;

/// What the office read out of the folder of a person on a laptop.
public record OpenedFolder(String device, Person person, List<OpenedInterview> interviews) {
    public OpenedFolder {
        interviews = List.copyOf(interviews);
    }
}
