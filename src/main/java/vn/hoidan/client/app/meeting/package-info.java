/// Two laptops in one local network, seen from the work: who waits, who comes, and the line between them. Knows `core`.
package vn.hoidan.client.app.meeting;
