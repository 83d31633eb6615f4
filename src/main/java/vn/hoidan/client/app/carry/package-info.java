/// Work that travels without the network: by file and between two laptops that meet.
package vn.hoidan.client.app.carry;
