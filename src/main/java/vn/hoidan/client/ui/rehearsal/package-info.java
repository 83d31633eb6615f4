/// Somebody at the window who is not there: holds interviews by keys, for the practice day that plays by itself and for
/// the tests of the whole journey. May use the other rooms of `client.ui`.
package vn.hoidan.client.ui.rehearsal;
