/// Quota units in the hand of one device: held at screening, used up at completion, handed over, given back. Planners
/// return changes that the device's store carries out before anything is shown. Knows `core.quota` and what it knows.
package vn.hoidan.core.quota.hand;
