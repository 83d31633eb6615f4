/// What several tests share: samples, hand-written fakes, contracts.
package vn.hoidan.support;
