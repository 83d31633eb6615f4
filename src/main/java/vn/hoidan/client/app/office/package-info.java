/// The office as the laptop sees it: its address, its answers, newer versions.
package vn.hoidan.client.app.office;
