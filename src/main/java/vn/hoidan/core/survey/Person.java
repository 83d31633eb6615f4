package vn.hoidan.core.survey;

import vn.hoidan.core.area.AreaKey;

/// One of the field staff.
///
/// @param area     where the person works: a district for an enumerator, the province for a supervisor
/// @param areaName the name of that area
public record Person(PersonId id, String name, Role role, AreaKey area, String areaName) {
}
