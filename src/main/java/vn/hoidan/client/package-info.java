/// The client as a program: its settings, its wiring, its start. The one place where the implementations of the
/// client's ports meet.
package vn.hoidan.client;
