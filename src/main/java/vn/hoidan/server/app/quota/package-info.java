/// Quotas, lists, places and who works where.
package vn.hoidan.server.app.quota;
