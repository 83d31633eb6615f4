/// What an enumerator's quotas mean at a door: whom units are left for, and what an interview needs. Knows the core
/// only.
package vn.hoidan.client.app.quota;
