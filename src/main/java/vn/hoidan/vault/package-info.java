/// Keys, PINs, sealing and opening, and the proof of who a server is. The only room that sees Bouncy Castle; knows
/// `core` and the JDK.
package vn.hoidan.vault;
