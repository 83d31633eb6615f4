/// Rounds of sync, of files and of interviews in work; where each interview is.
package vn.hoidan.client.app.sync;
