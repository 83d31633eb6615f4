/// Commands for quotas in mid-field.
package vn.hoidan.cli.quota;
