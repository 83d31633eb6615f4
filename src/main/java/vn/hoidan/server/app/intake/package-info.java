/// What laptops send and are told: records, files, interviews in work, by any road; records set aside.
package vn.hoidan.server.app.intake;
