/// What use cases need of the laptop itself: clock, threads, disk, lock.
package vn.hoidan.client.app.machine;
