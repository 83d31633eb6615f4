/// Commands for the field staff, their lists and places.
package vn.hoidan.cli.people;
