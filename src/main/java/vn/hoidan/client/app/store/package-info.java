/// What the laptop keeps, as use cases see it: the field store, its changes, the folder of a person.
package vn.hoidan.client.app.store;
