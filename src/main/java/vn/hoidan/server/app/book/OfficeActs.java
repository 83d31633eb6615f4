package vn.hoidan.server.app.book;

import java.util.List;

/// What people did at the office that is in no other book. Nothing is ever taken out.
public interface OfficeActs {

    void add(OfficeAct act);

    /// The newest first.
    List<OfficeAct> newest(int most);
}
