/// Practice: a whole survey on one machine, with the real server and the real client, to try and to learn with. May use
/// everything that the command line may.
package vn.hoidan.cli.practice;
