/// What a person does on a laptop: use cases and the ports they need. Knows `core` only; files, network and windows
/// come in through the ports.
package vn.hoidan.client.app;
