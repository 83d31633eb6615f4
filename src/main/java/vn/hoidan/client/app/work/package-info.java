/// What people do: the home, interviews, paper, hand-overs, training, supervising.
package vn.hoidan.client.app.work;
