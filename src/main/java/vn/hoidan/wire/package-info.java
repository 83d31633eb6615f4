/// What is sent and stored: messages as JSON, compression. The only room that sees Gson; knows `core` and nothing else.
package vn.hoidan.wire;
