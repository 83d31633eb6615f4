/// Commands that open the window or look after its folder.
package vn.hoidan.cli.client;
