package vn.hoidan.server.store;

import java.util.List;
import org.jdbi.v3.core.Handle;
import vn.hoidan.server.app.book.OfficeAct;
import vn.hoidan.server.app.book.OfficeActs;

/// What people did at the office.
final class OfficeActTable implements OfficeActs {

    private final Handle handle;

    OfficeActTable(Handle handle) {
        this.handle = handle;
    }

    @Override
    public void add(OfficeAct act) {
        handle.createUpdate("""
                INSERT INTO office_act (number, kind, subject, detail, acted_by, reason, done_at)
                VALUES ((SELECT COALESCE(MAX(number), 0) + 1 FROM office_act), :kind, :subject, :detail, :by, :reason,
                    :at)""")
                .bind("kind", act.kind().code()).bind("subject", act.subject()).bind("detail", act.detail())
                .bind("by", act.by()).bind("reason", act.reason()).bind("at", act.at().toEpochMilli()).execute();
    }

    @Override
    public List<OfficeAct> newest(int most) {
        return handle.createQuery("SELECT * FROM office_act ORDER BY number DESC LIMIT :most").bind("most", most)
                .map((row, context) -> new OfficeAct(OfficeAct.Kind.ofCode(row.getString("kind")),
                        row.getString("subject"), row.getString("detail"), row.getString("acted_by"),
                        row.getString("reason"), Columns.instant(row, "done_at"))).list();
    }
}
