/// What the packages are made from: read here as the systems read it.
package vn.hoidan.installer;
